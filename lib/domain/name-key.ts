import type { EntityType } from "./entity.ts";
import { lettersOf } from "./folded-text.ts";

/**
 * The same for every way one name is usually written: case, accents, middle names, titles, legal forms, and whether the family name comes
 * first do not count. Generous on purpose: two of one key are held against each other, two of different keys never are. Empty: no name.
 */
export function nameKeyOf(entityType: EntityType, name: string): string {
  const words = (entityType === "individual" ? givenFirst(name) : name)
    .split(/[\s,;/]+/u)
    .map(lettersOf)
    .filter((word) => word !== "");
  if (words.length === 0) return "";
  if (entityType === "individual") return `individual ${endsOf(words).sort().join(" ")}`;
  const telling = words.filter((word) => !legalForms.has(word));
  return `company ${(telling.length > 0 ? telling : words).join("")}`;
}

/** The first and the last word. A title goes only from before a whole name: Lord is a family name as well. */
function endsOf(words: readonly string[]): string[] {
  const [first = "", second = ""] = words;
  return [words.length > 2 && titles.has(first) ? second : first, words.at(-1) ?? ""];
}

/** “Family, Given” as “Given Family”. */
function givenFirst(name: string): string {
  const [family = "", ...given] = name.split(",");
  return [...given, family].join(" ");
}

const legalForms = new Set(
  "ltd limited plc llp lp llc inc incorporated corp corporation company co gmbh ag kg ohg ug se sa sarl sas sasu srl spa snc sl bv nv oy ab as aps kft zrt sro doo the".split(
    " ",
  ),
);
const titles = new Set(
  "mr mrs ms miss mx dr prof sir dame lord lady herr frau monsieur madame mme m signor signora".split(" "),
);
