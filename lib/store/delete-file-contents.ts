import { recordIdSpanOf } from "../domain/record-id.ts";
import type { Tx } from "./client.ts";
import { executeOn } from "./execute.ts";
import { refreshDuplicates } from "./refresh-duplicates.ts";

/** Removes rows, records and issues of a file. Records elsewhere whose double went with it are judged again. */
export async function deleteFileContents(
  tx: Tx,
  file: { id: string; number: number; migrationId: string },
): Promise<void> {
  await tx.$executeRaw`delete from "Issue" where "fileId" = ${file.id}::uuid`;
  const { first, last } = recordIdSpanOf(file.number);
  await tx.$executeRaw`delete from "Record" where id between ${first}::uuid and ${last}::uuid`;
  await tx.$executeRaw`update "SourceFile" set individuals = 0, companies = 0 where id = ${file.id}::uuid`;
  await tx.$executeRaw`delete from "SourceRow" where "fileId" = ${file.id}::uuid`;
  await refreshDuplicates(executeOn(tx), file.migrationId, "whole migration");
}
