import { expect, test } from "vitest";
import type { Company, Individual } from "../domain/entity.ts";
import { isAnothers, lookUpOf, lostCreateOf, mayBear, searchTermsOf } from "./look-up.ts";
import type { RemoteProfile } from "./remote-profile.ts";

const ada: Individual = { entityType: "individual", reference: "CRM-1", givenNames: ["Ada"], familyName: "Example" };
const firm: Company = {
  entityType: "company",
  reference: "C-7",
  name: "Example Ltd",
  number: "00000001",
  countryOfIncorporation: "GBR",
};

function person(changes: Partial<RemoteProfile> = {}): RemoteProfile {
  return {
    id: "p1",
    role: "INDIVIDUAL_CUSTOMER",
    customerRef: "CRM-1",
    displayName: "Ada Example",
    applications: [],
    tags: [],
    company: null,
    dateOfBirth: null,
    hasAssociates: false,
    linkedTo: [],
    ...changes,
  };
}
const company = (country: string | null, number: string | null, changes: Partial<RemoteProfile> = {}) =>
  person({ role: "COMPANY_CUSTOMER", customerRef: "C-7", company: { country, number }, ...changes });
const tag = { id: "t", name: "MIGREF-CRM-1" };

test("the tag is asked for first, then the exact name; a company without a name goes by its number", () => {
  expect(searchTermsOf(ada)).toEqual(["MIGREF-CRM-1", "Ada Example"]);
  expect(searchTermsOf({ ...firm, name: undefined })).toEqual(["MIGREF-C-7", "00000001"]);
});

test("a person with several given names is also asked for without the middle ones", () => {
  expect(searchTermsOf({ ...ada, givenNames: ["Ada", "May"] })).toEqual([
    "MIGREF-CRM-1",
    "Ada May Example",
    "Ada Example",
  ]);
});

test("a profile with our reference is ours, tag or no tag", () => {
  expect(lookUpOf(ada, [person()])).toEqual({ kind: "one", profile: person() });
});

test("a namesake without our reference is not ours", () => {
  expect(lookUpOf(ada, [person({ customerRef: null }), person({ id: "p2", customerRef: "CRM-2" })])).toEqual({
    kind: "none",
  });
});

test("our tag makes it ours when somebody emptied the reference", () => {
  expect(lookUpOf(ada, [person({ customerRef: null, tags: [tag] })])).toMatchObject({ kind: "one" });
});

test("our tag beside somebody else's reference is for a person", () => {
  expect(lookUpOf(ada, [person({ customerRef: "CRM-9", tags: [tag] })])).toEqual({
    kind: "several",
    profileIds: ["p1"],
  });
});

test("two profiles with our reference are for a person", () => {
  expect(lookUpOf(ada, [person({ id: "p2" }), person()])).toEqual({ kind: "several", profileIds: ["p1", "p2"] });
});

test("the same profile found twice, by tag and by name, is one", () => {
  expect(lookUpOf(ada, [person(), person()])).toMatchObject({ kind: "one" });
});

test("a company is ours when reference, country and number agree, and for a person when they contradict", () => {
  expect(lookUpOf(firm, [company("GBR", "00000001")])).toMatchObject({ kind: "one" });
  expect(lookUpOf(firm, [company(null, null)])).toMatchObject({ kind: "one" });
  expect(lookUpOf(firm, [company("GBR", "00000002")])).toMatchObject({ kind: "several" });
  expect(lookUpOf(firm, [company("IRL", "00000001")])).toMatchObject({ kind: "several" });
});

test("a company with our number but another reference is not what we created", () => {
  expect(lookUpOf(firm, [company("GBR", "00000001", { customerRef: null })])).toEqual({ kind: "none" });
});

test("a client is not the associate that is looked for, though both have one reference", () => {
  expect(lookUpOf(ada, [person()], "associate")).toEqual({ kind: "none" });
  expect(lookUpOf(ada, [person({ role: "INDIVIDUAL_ASSOCIATED" })], "associate")).toMatchObject({ kind: "one" });
});

test("an associate, or a profile of the other kind, is not the client", () => {
  expect(lookUpOf(ada, [person({ role: "INDIVIDUAL_ASSOCIATED" })])).toEqual({ kind: "none" });
  expect(lookUpOf(firm, [person({ customerRef: "C-7" })])).toEqual({ kind: "none" });
});

test("a search result is skipped only when its tags say that it is another client", () => {
  expect(isAnothers(ada, ["MIGREF-CRM-2"])).toBe(true);
  expect(isAnothers(ada, ["MIGREF-CRM-2", "MIGREF-CRM-1"])).toBe(false);
  expect(isAnothers(ada, ["migrated"])).toBe(false);
  expect(isAnothers(ada, undefined)).toBe(false);
});

test("a shown name may be the client's whatever its order, accents, case or title", () => {
  for (const shown of ["EXAMPLE, Ada", "Dr Ada Éxample", ""]) expect(mayBear(shown, "Ada Example")).toBe(true);
  expect(mayBear("Bob Other", "Ada Example")).toBe(false);
});

const none = { kind: "none" } as const;
const several = { kind: "several", profileIds: ["p1", "p2"] } as const;

test("one look that found nothing is not enough to send again, two are", () => {
  expect(lostCreateOf([])).toEqual({ kind: "look_again" });
  expect(lostCreateOf([none])).toEqual({ kind: "look_again" });
  expect(lostCreateOf([none, none])).toEqual({ kind: "send_again" });
});

test("what any look found is adopted or given to a person, whatever the others said", () => {
  const one = { kind: "one", profile: person() } as const;
  expect(lostCreateOf([none, one])).toEqual({ kind: "adopt", profile: person() });
  expect(lostCreateOf([{ ...several, profileIds: ["p1", "p2"] }])).toEqual({
    kind: "ask_a_person",
    profileIds: ["p1", "p2"],
  });
  expect(lostCreateOf([none, { ...several, profileIds: ["p1"] }])).toMatchObject({ kind: "ask_a_person" });
});
