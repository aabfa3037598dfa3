import { expect, test } from "vitest";
import { proposalsOf } from "#lib/stages/map/proposals-of.ts";
import { evidenceOf } from "#lib/stages/map/test-evidence.ts";
import { catalogueOf } from "./catalogue.ts";
import {
  mapAlike,
  withAssociate,
  withKindBy,
  withNewAssociate,
  withoutAssociate,
  withoutKindBy,
  withProposed,
} from "./family-draft.ts";
import { bodyOf, coverageOf, draftOf, draftOfBody, type MappingReply, takenFields } from "./mapping-draft.ts";

function replyOf(kind: MappingReply["kind"], entityType: MappingReply["entityType"], values: Record<string, string[]>) {
  const evidence = Object.entries(values).map(([name, ofColumn], index) => evidenceOf(index, name, ofColumn));
  const proposals = proposalsOf(evidence, { kind, entityType });
  const reply: MappingReply = {
    fileId: "f",
    fileName: "a.csv",
    kind,
    entityType,
    rowCount: 2,
    columns: evidence.map(({ index, name, values: samples, dates }) => ({
      index,
      name,
      filled: 2,
      distinct: 2,
      longest: 9,
      countedRows: null,
      samples: [...samples],
      dates: [...dates],
      suggestion: proposals.columns[index]?.suggestion ?? null,
      dateAmbiguous: false,
    })),
    mixed: proposals.mixed,
    associates: proposals.associates,
    current: null,
    frozenBecause: null,
  };
  return reply;
}

const wide = replyOf("clients", "company", {
  company_name: ["Alder Ltd"],
  director_1_name: ["Ann Lee"],
  director_1_dob: ["1980-04-13"],
  director_2_name: ["Bo Dee"],
  director_2_dob: ["1981-04-13"],
});
const answersOf = (draft: ReturnType<typeof draftOf>) =>
  bodyOf(draft).assignments.map(({ column, of, field }) => `${column} ${of ?? "row"} ${field}`);

test("numbered associates are proposed before the first save, a whole name for its two parts", () => {
  expect(answersOf(draftOf(wide))).toEqual([
    "0 row name",
    "1 1 givenNames",
    "1 1 familyName",
    "2 1 dateOfBirth",
    "3 2 givenNames",
    "3 2 familyName",
    "4 2 dateOfBirth",
  ]);
});

test("what is done to one associate can be done to all of its series, and to no other column", () => {
  const draft = draftOf(wide);
  const changed = withAssociate(draft, wide, { of: 1, label: "Director 1", entityType: "company", list: "partners" });
  expect(answersOf(changed)).toContain("1 1 name");
  const alike = mapAlike(changed, wide, 1);
  expect(alike.associates?.map(({ entityType, list }) => [entityType, list])).toEqual([
    ["company", "partners"],
    ["company", "partners"],
  ]);
  expect(answersOf(alike)).toEqual(["0 row name", "1 1 name", "3 2 name"]);
  expect(alike.answers[0]).toBe(draft.answers[0]);
});

test("constants of an associate go where it goes: saved as its own, taken over by its series, and gone with it", () => {
  const constants = [
    { field: "1/nationality", value: "Norway" },
    { field: "1/dateOfBirth", value: "1980-04-13" },
    { field: "2/title", value: "Dr" },
    { field: "1/", value: "" },
    { field: "countryOfIncorporation", value: "UK" },
  ];
  const draft = { ...draftOf(wide), constants };
  expect(bodyOf(draft).constants.slice(0, 1)).toEqual([{ of: 1, field: "nationality", value: "Norway" }]);
  const alike = bodyOf(mapAlike(draft, wide, 1)).constants;
  // A column says when the second director was born, and goes on saying it.
  expect(alike.filter(({ of }) => of === 2)).toEqual([{ of: 2, field: "nationality", value: "Norway" }]);
  expect(bodyOf(withoutAssociate(draft, 1)).constants).toEqual([
    { of: 2, field: "title", value: "Dr" },
    { field: "countryOfIncorporation", value: "UK" },
  ]);
  const company = withAssociate(draft, wide, { of: 1, label: "Director 1", entityType: "company", list: "directors" });
  expect(company.constants.map(({ field }) => field)).toEqual(["2/title", "1/", "countryOfIncorporation"]);
  expect(draftOfBody(wide, bodyOf(draft)).constants).toEqual(constants.filter(({ field }) => field !== "1/"));
});

test("a constant covers what an associate still needs, and takes its field from the columns", () => {
  const added = withNewAssociate(draftOf(wide), wide, "trustees");
  const draft = { ...added, constants: [{ field: "3/familyName", value: "Lee" }] };
  expect(coverageOf(draft, catalogueOf(wide, draft)).associates[2]?.missing.map(({ key }) => key)).toEqual([
    "givenNames",
  ]);
  expect(takenFields(draft, wide.columns).get("3/familyName")?.by).toBe("the same value for every row");
});

test("a column can tell what an associate is: a whole name is that of either kind, its series is told alike, and it can be one kind again", () => {
  const typed = replyOf("clients", "company", {
    company_name: ["Alder Ltd"],
    director_1_name: ["Ann Lee"],
    director_1_type: ["P", "C"],
    director_2_name: ["Bo Dee"],
    director_2_type: ["P"],
  });
  const proposed = draftOf(typed);
  const open = {
    ...proposed,
    answers: proposed.answers.map((each, at) => (at === 2 ? { kind: "open" as const } : each)),
  };
  const kindBy = { column: 2, individual: ["P"], company: ["C"] };
  const told = withAssociate(open, typed, {
    of: 1,
    label: "Director 1",
    entityType: "individual",
    list: "directors",
    kindBy,
  });
  expect(told.answers[2]).toEqual({ kind: "ignored" });
  expect(answersOf(told).filter((each) => each.startsWith("1 "))).toEqual([
    "1 1 name",
    "1 1 givenNames",
    "1 1 familyName",
  ]);
  expect(coverageOf(told, catalogueOf(typed, told)).associates[0]?.missing).toEqual([]);
  expect(mapAlike(told, typed, 1).associates?.[1]).toMatchObject({ of: 2, kindBy: { ...kindBy, column: 4 } });
  const again = withAssociate(told, typed, { of: 1, label: "Director 1", entityType: "individual", list: "directors" });
  expect(again.answers[1]).toEqual(proposed.answers[1]);
  const company = withAssociate(told, typed, { of: 1, label: "Director 1", entityType: "company", list: "directors" });
  expect(answersOf(company).filter((each) => each.startsWith("1 "))).toEqual(["1 1 name"]);
});

test("a whole name survives a change of kind and back; a date of birth does not fit a company", () => {
  const draft = draftOf(wide);
  const company = withAssociate(draft, wide, { of: 1, label: "Director 1", entityType: "company", list: "directors" });
  expect(company.answers[2]).toEqual({ kind: "open" });
  const person = withAssociate(company, wide, {
    of: 1,
    label: "Director 1",
    entityType: "individual",
    list: "directors",
  });
  expect(person.answers[1]).toEqual(draft.answers[1]);
});

test("an associate that is left out leaves no column unanswered, and comes back as it was proposed", () => {
  const draft = draftOf(wide);
  const without = withoutAssociate(draft, 2);
  expect(without.answers.slice(3).map(({ kind }) => kind)).toEqual(["ignored", "ignored"]);
  expect(without.associates?.map(({ of }) => of)).toEqual([1]);
  expect(withProposed(without, wide, 2)).toEqual(draft);
});

test("an associate added by hand has a number of its own, and is incomplete until its name is mapped", () => {
  const draft = withNewAssociate(draftOf(wide), wide, "trustees");
  expect(draft.associates?.at(-1)).toEqual({ of: 3, label: "Trustee 1", entityType: "individual", list: "trustees" });
  const { associates } = coverageOf(draft, catalogueOf(wide, draft));
  expect(associates.map(({ missing }) => missing.map(({ key }) => key))).toEqual([
    [],
    [],
    ["givenNames", "familyName"],
  ]);
});

const mixed = replyOf("clients", "individual", {
  id: ["1", "2"],
  first_name: ["Ann"],
  company_name: ["Alder Ltd"],
  record_type: ["person", "company"],
});

test("telling people from companies is proposed, never done by itself; both kinds are mapped then, and one again after", () => {
  const draft = draftOf(mixed);
  expect(draft.kindBy).toBeUndefined();
  expect(answersOf(draft)).toEqual(["0 row reference", "1 row givenNames"]);
  if (!mixed.mixed?.kind) throw new Error("Nothing was proposed.");
  const told = withKindBy(draft, mixed, mixed.mixed.kind.kindBy);
  expect(answersOf(told)).toEqual(["0 row reference", "1 row givenNames", "2 row name"]);
  expect(coverageOf(told, catalogueOf(mixed, told)).always.map(({ field }) => field.key)).toContain("number");
  const back = withoutKindBy(told, mixed);
  expect(answersOf(back)).toEqual(["0 row reference", "1 row givenNames"]);
});
