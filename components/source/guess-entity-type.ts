import type { EntityType } from "#lib/domain/entity.ts";

export type Guess = { entityType: EntityType; reason: string };

const inName: Record<EntityType, RegExp> = {
  individual: /individual|person|people|private|natural|retail/i,
  company: /compan|organi[sz]ation|business|corporate|legal.?entit/i,
};

const inHeader: Record<EntityType, RegExp> = {
  individual: /first.?name|given.?name|forename|surname|family.?name|last.?name|birth|\bdob\b/gi,
  company: /company|incorporat|registration.?n|registered|\blei\b|\bvat\b|trading.?name|legal.?form/gi,
};

/** Whether a file lists people or companies, by its first line and its name; null when neither says. The operator decides. */
export function guessEntityType(fileName: string, firstLine: string): Guess | null {
  const people = countOf(firstLine, inHeader.individual);
  const companies = countOf(firstLine, inHeader.company);
  if (people !== companies)
    return people > companies
      ? { entityType: "individual", reason: "its columns speak of people" }
      : { entityType: "company", reason: "its columns speak of companies" };
  const byName = (["individual", "company"] as const).filter((entityType) => inName[entityType].test(fileName));
  return byName.length === 1 && byName[0] ? { entityType: byName[0], reason: "of its name" } : null;
}

/** The first line of a file, from its first bytes; enough for a guess whatever the encoding is. */
export async function firstLineOf(file: Blob): Promise<string> {
  const text = await file.slice(0, 8192).text();
  return text.replaceAll("\0", "").split(/\r?\n|\r/, 1)[0] ?? "";
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
