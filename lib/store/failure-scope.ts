import { beingSettledSentence, type FailureFilter, type NotCreatedStatus } from "../domain/failure-filter.ts";
import { recordIdSpanOf } from "../domain/record-id.ts";
import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** Which deliveries that were not created are meant; nothing: all of them. */
export type FailureScope = {
  status?: NotCreatedStatus | undefined;
  codes?: readonly string[] | undefined;
  recordId?: string | undefined;
  /** The records of one file; null: of a file that is not there, so nobody is meant. */
  span?: { first: string; last: string } | null | undefined;
  search?: string | undefined;
};

/** The scope of a person's filter. Records of one file are one range of ids, so no record is read to find out whose it is. */
export async function failureScopeOf(
  db: Db | Tx,
  { status, code, fileId, search }: FailureFilter,
): Promise<FailureScope> {
  return {
    status,
    codes: code === undefined ? undefined : [code],
    span: fileId === undefined ? undefined : await spanOf(db, fileId),
    search,
  };
}

async function spanOf(db: Db | Tx, fileId: string): Promise<FailureScope["span"]> {
  const file = await db.sourceFile.findUnique({ where: { id: fileId }, select: { number: true } });
  return file ? recordIdSpanOf(file.number) : null;
}

/**
 * The conditions of a scope on a delivery `d`. The one place: what a list shows, what is counted and what is sent again cannot be
 * different clients.
 */
export function failureScopeSql({ status, codes, recordId, span, search }: FailureScope): Prisma.Sql {
  const parts: Prisma.Sql[] = [];
  if (status) parts.push(isStatus[status]);
  if (codes) parts.push(Prisma.sql`and d."failureCode" = any(${[...codes]})`);
  if (recordId) parts.push(Prisma.sql`and d."recordId" = ${recordId}::uuid`);
  if (span === null) parts.push(Prisma.sql`and false`);
  if (span) parts.push(Prisma.sql`and d."recordId" between ${span.first}::uuid and ${span.last}::uuid`);
  if (search) parts.push(holding(search));
  return parts.length > 0 ? Prisma.join(parts, " ") : Prisma.empty;
}

/** In so many words: with a parameter the server could not know that one range of the index, in its order, is enough. */
const isStatus: Record<NotCreatedStatus, Prisma.Sql> = {
  refused: Prisma.sql`and d.status = 'refused'`,
  failed: Prisma.sql`and d.status = 'failed'`,
  uncertain: Prisma.sql`and d.status = 'uncertain'`,
};

/** In the reference, or in the sentence as it is shown. Percent and underscore are letters to the person who typed them. */
function holding(words: string): Prisma.Sql {
  const part = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`and (d.reference ilike ${part} or coalesce(d."failureMessage", ${beingSettledSentence}) ilike ${part})`;
}
