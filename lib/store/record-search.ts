import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** What a person typed to find records: the beginning of references, in these spellings, or something that names and references hold. */
export type RecordSearch = { begins: readonly string[] } | { holds: string };

/**
 * References first: where one of this migration begins so, that is what is meant, and an index answers for a million. Only else are names,
 * and the middles of references, looked through one by one.
 */
export async function searchOf(db: Db | Tx, migrationId: string, words: string): Promise<RecordSearch | undefined> {
  const typed = words.trim();
  if (typed === "") return undefined;
  const begins = [...new Set([typed, typed.toUpperCase(), typed.toLowerCase()])];
  const [row] = await db.$queryRaw<{ known: boolean }[]>`
    select exists (select 1 from "Record" r where r."migrationId" = ${migrationId}::uuid and ${referenceBegins(begins)}) as known`;
  return row?.known ? { begins } : { holds: typed };
}

export const searchSql = (search: RecordSearch): Prisma.Sql =>
  "begins" in search
    ? referenceBegins(search.begins)
    : Prisma.sql`(r.reference ilike ${holding(search.holds)} or r."displayName" ilike ${holding(search.holds)})`;

/** Where texts sort by code point, as on the servers we set up, the index on references answers this. */
const referenceBegins = (begins: readonly string[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    begins.map((text) => Prisma.sql`r.reference like ${`${literal(text)}%`}`),
    " or ",
  )})`;

const holding = (words: string): string => `%${literal(words)}%`;

/** Percent and underscore are letters to the person who typed them. */
const literal = (words: string): string => words.replace(/[\\%_]/g, "\\$&");
