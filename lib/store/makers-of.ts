import type { Maker } from "../domain/may-approve.ts";
import type { Db, Tx } from "./client.ts";

/**
 * Everybody who shaped what this chunk sends, and how. The audit log is asked too: a plan keeps its last author only,
 * and a person who prepared something and was made approver since is still its maker.
 */
export async function makersOf(db: Db | Tx, chunkId: string): Promise<Maker[]> {
  return db.$queryRaw<Maker[]>`
    with chunk as (select * from "Chunk" where id = ${chunkId}::uuid)
    select "createdById" as "byId", 'drafted' as act from chunk
    union select "submittedById", 'submitted' from chunk where "submittedById" is not null
    union select p."changedById", 'planned' from "Plan" p, chunk where p."migrationId" = chunk."migrationId"
    union select f."uploadedById", 'uploaded' from "SourceFile" f, chunk where f."migrationId" = chunk."migrationId" and f.status <> 'withdrawn'
    union select m."createdById", 'mapped' from "Mapping" m join "SourceFile" f on f.id = m."fileId", chunk where f."migrationId" = chunk."migrationId" and f.status <> 'withdrawn'
    union select r."excludedById", 'excluded' from "Record" r, chunk where r."migrationId" = chunk."migrationId" and r.readiness = 'excluded' and r."excludedById" is not null
    union select who, 'corrected' from "Fix" f, chunk, lateral (values (f."byId"), (f."undoneById")) as person(who)
      where f."migrationId" = chunk."migrationId" and who is not null
    union select who, 'excluded' from "Exclusion" x, chunk, lateral (values (x."byId"), (x."undoneById")) as person(who)
      where x."migrationId" = chunk."migrationId" and who is not null
    union select a."byId", 'acknowledged' from "Acknowledgement" a, chunk where a."migrationId" = chunk."migrationId"
    union select a."byId", 'prepared' from "AuditEntry" a, chunk
      where a."subjectId" in (chunk.id::text, chunk."migrationId"::text) and a.outcome = 'done' and a."byId" is not null
        and a.action ~ '^(PUT|POST|DELETE) /api/(migrations/:migrationId/(plan|exclusions|chosen-records/exclusions|files|chunks|document-bundles|document-acceptances)|chunks/:chunkId/submission)'
    union select a."byId", 'prepared' from "AuditEntry" a join "SourceFile" f on f.id::text = a."subjectId", chunk
      where f."migrationId" = chunk."migrationId" and f.status <> 'withdrawn' and a.outcome = 'done' and a."byId" is not null
        and a.action in ('PUT /api/files/:fileId/form', 'PUT /api/files/:fileId/kind')`;
}
