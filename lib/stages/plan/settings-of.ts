import type { ChunkSettings } from "../../domain/chunk-settings.ts";

/** What of a plan a chunk is sent with. */
export function settingsOf(plan: ChunkSettings): ChunkSettings {
  const { version, track, limitedMethod, productAliasIndividual, productAliasCompany, tags } = plan;
  return { version, track, limitedMethod, productAliasIndividual, productAliasCompany, tags };
}
