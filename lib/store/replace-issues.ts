import { duplicateCodes } from "../domain/duplicate-code.ts";
import type { CheckedFile, WrittenIssue } from "./check-lines.ts";
import type { Tx } from "./client.ts";
import { documentCodes } from "./refresh-documents.ts";
import { linkCodes } from "./refresh-links.ts";

type Given = { id: string; record: { rowNumber: number }; issues: readonly WrittenIssue[] };

/**
 * Makes the issues that rows tell of these records those that are given. Those that stay so are not touched: of thousands of records that are
 * checked again, few say something else than before. What only a look at several records can find is left alone.
 */
export async function replaceIssues(tx: Tx, file: CheckedFile, given: readonly Given[]): Promise<void> {
  const found = given.flatMap(({ id, record: { rowNumber }, issues }) =>
    issues.map((issue) => ({ ...issue, recordId: id, rowNumber })),
  );
  const each = <K extends keyof (typeof found)[number]>(part: K) => found.map((issue) => issue[part]);
  await tx.$executeRaw`
    with given as (
      select n.*, row_number() over (partition by n."recordId", n.code, n.severity, n.field, n.value, n.facts) as nth
      from (
        select g."recordId", g."rowNumber", g.code, g.severity::"Severity" as severity, g.field, g.value, g.facts::jsonb as facts
        from unnest(${each("recordId")}::uuid[], ${each("rowNumber")}::int[], ${each("code")}::text[], ${each("severity")}::text[], ${each("field")}::text[], ${each("value")}::text[], ${each("facts")}::text[])
          as g("recordId", "rowNumber", code, severity, field, value, facts)
      ) n
    ), known as (
      select i.*, row_number() over (partition by i."recordId", i.code, i.severity, i.field, i.value, i.facts order by i.id) as nth
      from "Issue" i where i."recordId" = any(${given.map(({ id }) => id)}::uuid[]) and i.code <> all(${[...duplicateCodes, ...linkCodes, ...documentCodes]}::text[])
    ), compared as (
      select k.id as known, g.* from known k full join given g on g."recordId" = k."recordId" and g.code = k.code and g.severity = k.severity and g.field = k.field
        and coalesce(g.value, '') = coalesce(k.value, '') and (g.value is null) = (k.value is null)
        and coalesce(g.facts::text, '') = coalesce(k.facts::text, '') and g.nth = k.nth
    ), gone as (
      delete from "Issue" i using compared c where i.id = c.known and c."recordId" is null
    )
    insert into "Issue" (id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)
    select gen_random_uuid(), ${file.migrationId}::uuid, ${file.id}::uuid, c."recordId", c."rowNumber", c.code, c.severity, c.field, c.value, c.facts
    from compared c where c.known is null`;
}
