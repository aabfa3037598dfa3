import type { ChunkKind } from "./chunk.ts";
import type { ChunkSettings } from "./chunk-settings.ts";
import { complianceParts } from "./compliance-settings.ts";
import { controlParts } from "./control-settings.ts";

/**
 * Everything an approval is about. `membersDigest` covers every client of the chunk in order: who, which reference,
 * whether it may leave, with which mapping it was made, and all of its data (lib/store/digest-members.ts).
 */
export type FingerprintParts = {
  connectionId: string;
  baseUrl: string;
  kind: ChunkKind;
  processes: number;
  clientCount: number;
  settings: ChunkSettings;
  membersDigest: string;
};

/** SHA-256, hex, over the parts in one fixed order. Equal fingerprints mean: exactly what the approver saw. */
export async function fingerprintOf(parts: FingerprintParts): Promise<string> {
  const { settings } = parts;
  const text = JSON.stringify([
    parts.connectionId,
    parts.baseUrl,
    parts.kind,
    parts.processes,
    parts.clientCount,
    [
      settings.version,
      settings.track,
      settings.limitedMethod,
      settings.productAliasIndividual,
      settings.productAliasCompany,
      settings.tags,
      complianceParts(settings.compliance),
      controlParts(settings.control),
    ],
    parts.membersDigest,
  ]);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
