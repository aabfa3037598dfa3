import type { Tx } from "./client.ts";

/** Does a row of a manifest, or the path of an uploaded file, name one of these references? Nothing else joins clients to documents (match-documents.ts). */
export async function documentsSpeakOf(tx: Tx, migrationId: string, references: readonly string[]): Promise<boolean> {
  if (references.length === 0) return false;
  const [row] = await tx.$queryRaw<{ speaks: boolean }[]>`
    with named as materialized (select unnest(${[...references]}::text[]) as reference)
    select exists (select 1 from "ManifestLine" l where l."migrationId" = ${migrationId}::uuid and l."ownerReference" in (select reference from named))
      or exists (select 1 from "Document" d cross join lateral unnest(d."ownerTokens") as t(token) where d."migrationId" = ${migrationId}::uuid and t.token in (select reference from named)) as speaks`;
  return row?.speaks ?? false;
}
