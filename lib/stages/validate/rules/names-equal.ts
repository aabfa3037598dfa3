import { nothingFound, type Rule } from "../rule.ts";

/** One column mapped to both names, or typed twice. There are people who are called so, so it is asked and not refused. */
export const namesEqual: Rule = {
  codes: ["field.names_equal"],
  check({ entity }) {
    if (entity.entityType !== "individual" || entity.familyName === undefined) return nothingFound;
    const { givenNames, familyName } = entity;
    if (givenNames?.length !== 1) return nothingFound;
    const given = givenNames[0] ?? "";
    if (given.length !== familyName.length || given.toLowerCase() !== familyName.toLowerCase()) return nothingFound;
    return [{ code: "field.names_equal", field: "familyName", value: familyName }];
  },
};
