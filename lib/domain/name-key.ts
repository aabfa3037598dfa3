import type { EntityType } from "./entity.ts";
import { lettersOf } from "./folded-text.ts";

/**
 * The same for every way one name is usually written: case, accents, middle names, titles, legal forms, and whether the family name comes
 * first do not count. Generous on purpose: two of one key are held against each other, two of different keys never are. Empty: no name.
 */
export function nameKeyOf(entityType: EntityType, name: string): string {
  const words = givenFirst(name)
    .split(/[\s,;/]+/u)
    .map(lettersOf)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !weightless[entityType].has(word));
  const kept = telling.length > 0 ? telling : words;
  if (kept.length === 0) return "";
  return entityType === "company"
    ? `company ${kept.join("")}`
    : `individual ${[kept[0], kept.at(-1)].sort().join(" ")}`;
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
