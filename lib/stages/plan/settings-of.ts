import type { ChunkSettings } from "../../domain/chunk-settings.ts";
import { complianceSettingsSchema } from "../../domain/compliance-settings.ts";

/** What of a plan a chunk is sent with. */
export function settingsOf(plan: Omit<ChunkSettings, "compliance"> & { compliance: unknown }): ChunkSettings {
  const { version, track, limitedMethod, productAliasIndividual, productAliasCompany, tags } = plan;
  const compliance = complianceSettingsSchema.parse(plan.compliance);
  return { version, track, limitedMethod, productAliasIndividual, productAliasCompany, tags, compliance };
}
