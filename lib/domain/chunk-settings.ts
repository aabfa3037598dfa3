import { z } from "zod";
import { complianceSettingsSchema } from "./compliance-settings.ts";
import { controlSettingsSchema } from "./control-settings.ts";
import type { EntityType } from "./entity.ts";
import { limitedMethods, tracks } from "./track.ts";

/** The plan as it was when the chunk was drafted: what its deliveries are sent with, whatever the plan says later. */
export const chunkSettingsSchema = z.object({
  version: z.number(),
  track: z.enum(tracks),
  limitedMethod: z.enum(limitedMethods).nullable(),
  productAliasIndividual: z.string().nullable(),
  productAliasCompany: z.string().nullable(),
  tags: z.array(z.string()),
  compliance: complianceSettingsSchema.prefault({}),
  control: controlSettingsSchema.prefault({}),
});
export type ChunkSettings = z.infer<typeof chunkSettingsSchema>;

/** The product a client of this type applies to; null: a profile without an application. */
export function productAliasOf(
  settings: Pick<ChunkSettings, "productAliasIndividual" | "productAliasCompany">,
  entityType: EntityType,
): string | null {
  return { individual: settings.productAliasIndividual, company: settings.productAliasCompany }[entityType];
}
