import type { MappedFile } from "../domain/file-kind.ts";
import type { Db } from "./client.ts";

/** In so many files of a source system a header became this field, or was ignored on purpose (null). */
export type LearnedHeader = { sourceSystem: string; header: string; field: string | null; files: number };

/** Older mappings say nothing that newer ones do not. */
const filesMax = 500;

/**
 * What people answered for headers, from the newest mapping of every other file of this kind. Withdrawn files do not count. An answer that says more
 * than column, field and steps (whose name it is, for example) is about somebody else than the client, and is not learned.
 */
export const learnedHeaders = (
  db: Db,
  { kind, entityType, id }: MappedFile & { id: string },
): Promise<LearnedHeader[]> =>
  db.$queryRaw<LearnedHeader[]>`
    with newest as (
      select distinct on (m."fileId") m."fileId", m.body, m."createdAt"
      from "Mapping" m join "SourceFile" f on f.id = m."fileId"
      where f.status <> 'withdrawn' and f.kind = ${kind}::"FileKind" and f."entityType" = ${entityType}::"EntityType"
        and f.id <> ${id}::uuid
      order by m."fileId", m.version desc
    ), latest as (
      select * from newest order by "createdAt" desc limit ${filesMax}
    )
    select g."sourceSystem", f.columns[(a->>'column')::int + 1] as header, a->>'field' as field, count(distinct f.id)::int as files
    from latest l
      join "SourceFile" f on f.id = l."fileId"
      join "Migration" g on g.id = f."migrationId"
      cross join jsonb_array_elements(l.body->'assignments') a
    where a - 'column' - 'field' - 'transforms' = '{}'::jsonb and f.columns[(a->>'column')::int + 1] <> ''
    group by 1, 2, 3
    order by files desc, header, field`;
