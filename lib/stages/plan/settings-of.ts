import type { ChunkSettings } from "../../domain/chunk-settings.ts";
import { controlSettingsSchema } from "../../domain/control-settings.ts";

/** What of a plan a chunk is sent with. */
export function settingsOf(plan: Omit<ChunkSettings, "control"> & { control: unknown }): ChunkSettings {
  const { version, track, limitedMethod, productAliasIndividual, productAliasCompany, tags } = plan;
  const control = controlSettingsSchema.parse(plan.control);
  return { version, track, limitedMethod, productAliasIndividual, productAliasCompany, tags, control };
}
