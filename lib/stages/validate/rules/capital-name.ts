import { nothingFound, type Rule } from "../rule.ts";

const lettersLeast = 3;

/** A person's name all in capitals. Initials and names of two letters say nothing, and neither do scripts without capitals. */
export const capitalName: Rule = {
  codes: ["field.name_all_caps"],
  check({ entity }) {
    if (entity.entityType !== "individual") return nothingFound;
    const { familyName, givenNames } = entity;
    if (familyName !== undefined && isCapitals(familyName))
      return [{ code: "field.name_all_caps", field: "familyName", value: familyName }];
    const given = givenNames?.find(isCapitals);
    return given === undefined ? nothingFound : [{ code: "field.name_all_caps", field: "givenNames", value: given }];
  },
};

/** The second letter of nearly every name is a small one, and ends the question. */
function isCapitals(name: string): boolean {
  if (name.length < lettersLeast) return false;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code >= 97 && code <= 122) return false;
  }
  return name === name.toUpperCase() && name !== name.toLowerCase() && lettersLeast <= lettersIn(name);
}

const lettersIn = (name: string): number => name.match(/\p{L}/gu)?.length ?? 0;
