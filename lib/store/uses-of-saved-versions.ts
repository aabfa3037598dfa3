import type { Db } from "./client.ts";

/** How many files began their present mapping with a version of the library, by version and by mapping. Withdrawn files do not count. */
export async function usesOfSavedVersions(
  db: Db,
): Promise<{ ofVersion: (id: string) => number; ofMapping: (id: string) => number }> {
  const rows = await db.$queryRaw<{ versionId: string; mappingId: string; files: number }[]>`
    select v.id as "versionId", v."savedMappingId" as "mappingId", count(*)::int as files
    from (select distinct on (m."fileId") m."fileId", m."savedVersionId" from "Mapping" m order by m."fileId", m.version desc) newest
      join "SourceFile" f on f.id = newest."fileId" and f.status <> 'withdrawn'
      join "SavedMappingVersion" v on v.id = newest."savedVersionId"
    group by 1, 2`;
  const sumOf = (fitting: typeof rows) => fitting.reduce((sum, { files }) => sum + files, 0);
  return {
    ofVersion: (id) => sumOf(rows.filter(({ versionId }) => versionId === id)),
    ofMapping: (id) => sumOf(rows.filter(({ mappingId }) => mappingId === id)),
  };
}
