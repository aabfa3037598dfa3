import { nothingFound, type Rule } from "../rule.ts";

/** No one's name. Herr, Don, Lady, Pan and the like are names, too, and are left alone. */
const words = "mr mrs ms miss mx dr prof professor rev sir mme mlle monsieur frau sra srta dott dottssa sigra".split(
  " ",
);
const spellings: ReadonlySet<string> = new Set(
  words
    .flatMap((word) => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])
    .flatMap((word) => [word, `${word}.`]),
);

/** “Mr John”: a title has a field of its own, and a name with one in it is screened as another name. */
export const titleInName: Rule = {
  codes: ["field.title_in_name"],
  check({ entity }) {
    if (entity.entityType !== "individual") return nothingFound;
    const { givenNames, familyName } = entity;
    const first = givenNames?.[0];
    if (first !== undefined && spellings.has(firstWordOf(first)))
      return [{ code: "field.title_in_name", field: "givenNames", value: givenNames?.join(" ") ?? "" }];
    // Alone it may be somebody's family name.
    if (familyName?.includes(" ") && spellings.has(firstWordOf(familyName)))
      return [{ code: "field.title_in_name", field: "familyName", value: familyName }];
    return nothingFound;
  },
};

function firstWordOf(name: string): string {
  const blank = name.indexOf(" ");
  return blank === -1 ? name : name.slice(0, blank);
}
