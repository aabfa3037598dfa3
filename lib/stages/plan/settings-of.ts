import type { ChunkSettings } from "../../domain/chunk-settings.ts";
import { complianceSettingsSchema } from "../../domain/compliance-settings.ts";
import { controlSettingsSchema } from "../../domain/control-settings.ts";

type Stored = Omit<ChunkSettings, "compliance" | "control"> & { compliance: unknown; control: unknown };

/** What of a plan a chunk is sent with. */
export function settingsOf(plan: Stored): ChunkSettings {
  const { version, track, limitedMethod, productAliasIndividual, productAliasCompany, tags } = plan;
  const compliance = complianceSettingsSchema.parse(plan.compliance);
  const control = controlSettingsSchema.parse(plan.control);
  return { version, track, limitedMethod, productAliasIndividual, productAliasCompany, tags, compliance, control };
}
