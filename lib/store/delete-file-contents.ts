import { recordIdSpanOf } from "../domain/record-id.ts";
import type { Tx } from "./client.ts";
import { executeOn } from "./execute.ts";
import { refreshDocuments } from "./refresh-documents.ts";
import { refreshDuplicates } from "./refresh-duplicates.ts";
import { refreshLinks } from "./refresh-links.ts";

type File = { id: string; number: number; migrationId: string };

/** Removes rows, records, links and issues of a file. */
export async function deleteFileContents(tx: Tx, file: File): Promise<void> {
  await tx.$executeRaw`delete from "SourceBlock" where "fileId" = ${file.id}::uuid`;
  await tx.$executeRaw`delete from "ColumnStatistics" where "fileId" = ${file.id}::uuid`;
  // Corrections are of rows; other rows, and they would say something nobody meant.
  await tx.$executeRaw`delete from "Correction" where "fileId" = ${file.id}::uuid`;
  await tx.$executeRaw`delete from "CellCorrection" where "fileId" = ${file.id}::uuid`;
  await tx.$executeRaw`delete from "SourceBlock" where "fileId" in (select id from "Return" where "fileId" = ${file.id}::uuid)`;
  await deleteRecordsOf(tx, file);
}

/** Removes what was made of the rows of a file. Records elsewhere whose double or whose company went with it are judged again. */
export async function deleteRecordsOf(tx: Tx, file: File): Promise<void> {
  const { first, last } = recordIdSpanOf(file.number);
  await tx.$executeRaw`delete from "Issue" where "recordId" between ${first}::uuid and ${last}::uuid`;
  await tx.$executeRaw`delete from "Link" where "recordId" between ${first}::uuid and ${last}::uuid`;
  await tx.$executeRaw`delete from "ManifestLine" where "recordId" between ${first}::uuid and ${last}::uuid`;
  await tx.$executeRaw`delete from "Record" where id between ${first}::uuid and ${last}::uuid`;
  await tx.$executeRaw`update "SourceFile" set individuals = 0, companies = 0, associates = 0 where id = ${file.id}::uuid`;
  await refreshDuplicates(executeOn(tx), file.migrationId, "records went");
  await refreshLinks(executeOn(tx), file.migrationId);
  await refreshDocuments(executeOn(tx), file.migrationId);
}
