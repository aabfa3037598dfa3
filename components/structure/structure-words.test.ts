import { expect, test } from "vitest";
import { kindWords, limitWords, nameWords, placeWords, profileWords } from "./structure-words.ts";
import { edgeOf, nodeOf, structureWith } from "./test-structure.ts";

test("a place says role, share and dates, and a resignation to come is not one that was", () => {
  const place = { role: "Shareholder", percentage: 0.25, appointedOn: "2015-03-01", resignedOn: "2020-05-04" };
  expect(placeWords({ ...place, isResigned: true })).toBe(
    "Shareholder, 0.25 %, appointed 1 Mar 2015, resigned 4 May 2020",
  );
  expect(placeWords({ ...place, percentage: 0, appointedOn: null, isResigned: false })).toBe(
    "Shareholder, 0 %, resigns 4 May 2020",
  );
});

test("a node is called by its name, else by its reference; what is in no file says so", () => {
  expect(nameWords(nodeOf("a", { name: "T••• M•••" }))).toBe("T••• M•••");
  expect(nameWords(nodeOf("a", { name: "", reference: "P1" }))).toBe("P1");
  expect(nameWords(nodeOf("a", { recordId: null, reference: "P9" }))).toBe("P9 (in no file)");
  expect(nameWords(nodeOf("a", { recordId: null, reference: null }))).toBe("nobody (in no file)");
  expect(kindWords(nodeOf("a", { entityType: "company", isClient: true, reference: "C2", companies: 2 }))).toBe(
    "Company, client · C2 · in 2 companies",
  );
});

test("profiles are the company and every link; who stands in several companies becomes one per company", () => {
  const one = structureWith([["a", "b"]], { profiles: { associates: 1, invalid: 0 } });
  expect(profileWords(one)).toBe(
    "This family is 2 profiles in Passfort: the company and 1 associate, one for every link.",
  );
  const nodes = [nodeOf("a"), nodeOf("b", { companies: 3 }), nodeOf("above", { companies: 4 })];
  expect(profileWords({ ...one, nodes, profiles: { associates: 4, invalid: 1 } })).toBe(
    "This family is 5 profiles in Passfort: the company and 4 associates, one for every link. 1 of these links has errors. 1 associate below stands in several companies: Passfort shares none between companies, so each becomes one profile per company.",
  );
  expect(profileWords({ ...one, profiles: null })).toBeNull();
  expect(profileWords({ ...one, profiles: null, nodes: [nodeOf("a", { companies: 3 })] })).toBe(
    "This record is an associate in 3 companies and becomes one associate profile in each, for Passfort shares none.",
  );
});

test("what is not shown is said: more nodes, more levels, a circle", () => {
  const whole = structureWith([["a", "b"]]);
  expect(limitWords(whole)).toEqual([]);
  const edges = [edgeOf("a", "b", { closesCircle: true })];
  expect(limitWords({ ...whole, leftOut: true, tooDeep: true, edges })).toHaveLength(3);
});
