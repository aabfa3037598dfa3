import { nothingFound, type Rule } from "../rule.ts";

/** Legal forms that are nobody's name. SA, Co, AG, Sas or Ab are. */
const words =
  "ltd limited plc llp llc inc incorporated corp corporation pty gmbh ohg kgaa sarl srl kft aps oyj bvba holdings s.a. s.a s.a.r.l. s.r.l. s.p.a. b.v. n.v. z.o.o o.o.".split(
    " ",
  );
const spellings: ReadonlySet<string> = new Set(
  words
    .flatMap((word) => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])
    .flatMap((word) => [word, `${word}.`, `${word},`])
    .concat("GmbH", "SpA", "S.p.A.", "S.r.l.", "S.à", "ApS", "KGaA"),
);

/** A company among the people: as a person it would be screened for a person's sanctions, and its owners never be looked at. */
export const companyInPerson: Rule = {
  codes: ["field.company_in_person"],
  check({ entity }) {
    if (entity.entityType !== "individual") return nothingFound;
    const { givenNames, familyName } = entity;
    if (familyName !== undefined && hasLegalForm(familyName))
      return [{ code: "field.company_in_person", field: "familyName", value: familyName }];
    if (givenNames?.some(hasLegalForm))
      return [{ code: "field.company_in_person", field: "givenNames", value: givenNames.join(" ") }];
    return nothingFound;
  },
};

/** Most names are one word, and then there is nothing to take apart. */
const hasLegalForm = (name: string): boolean =>
  spellings.has(name) || (name.includes(" ") && name.split(" ").some((word) => spellings.has(word)));
