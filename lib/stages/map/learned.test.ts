import { expect, test } from "vitest";
import { type LearnedAnswer, learnedOf } from "./learned.ts";
import { suggestionsOf } from "./suggest.ts";
import { evidenceOf } from "./test-evidence.ts";

const suggested = (name: string, answers: LearnedAnswer[], values: string[] = []) =>
  suggestionsOf([evidenceOf(0, name, values)], "individual", learnedOf(answers, "Old Books"))[0];
const here = (header: string, field: string | null, files = 3) => ({
  sourceSystem: "old books ",
  header,
  field,
  files,
});
const elsewhere = (header: string, field: string | null, files = 3) => ({
  ...here(header, field, files),
  sourceSystem: "X",
});

test("a header is proposed as what people made of it before in this source system, with how often", () => {
  expect(suggested("kd nr", [here("KD_NR", "reference")])?.suggestion).toMatchObject({
    field: "reference",
    confidence: "sure",
    reason: "“kd nr” became Client reference in 3 earlier mappings of Old Books.",
  });
  expect(suggested("KD_NR", [here("KD_NR", "reference", 1)])?.suggestion?.reason).toContain("in an earlier mapping of");
});

test("what people made of it in other systems counts less: it is to be checked, and gives way to a usual header", () => {
  expect(suggested("KD_NR", [elsewhere("KD_NR", "reference")])?.suggestion).toMatchObject({
    field: "reference",
    confidence: "likely",
    reason: "“KD_NR” became Client reference in 3 earlier mappings of other systems.",
  });
  expect(suggested("Surname", [elsewhere("Surname", "title")])?.suggestion?.field).toBe("familyName");
  expect(suggested("Surname", [here("Surname", "title")])?.suggestion?.field).toBe("title");
});

test("where earlier mappings disagree, the answer of most counts, and no answer where there is none of most", () => {
  expect(suggested("X1", [here("X1", "title", 2), here("X1", "gender", 1)])?.suggestion?.field).toBe("title");
  expect(suggested("X1", [here("X1", "title", 1), here("X1", "gender", 1)])?.suggestion).toBeNull();
});

test("a header that was ignored on purpose is proposed to be ignored, but never because of another system", () => {
  expect(suggested("Surname", [here("Surname", null, 2)])).toMatchObject({
    suggestion: null,
    ignoreReason: "“Surname” was ignored on purpose in 2 earlier mappings of Old Books.",
  });
  expect(suggested("Surname", [elsewhere("Surname", null, 9)])).toMatchObject({ ignoreReason: undefined });
  expect(suggested("Surname", [elsewhere("Surname", null, 9)])?.suggestion?.field).toBe("familyName");
});

test("what was learned never stands against the values: no value is a date, a country or an e-mail address", () => {
  expect(suggested("X1", [here("X1", "dateOfBirth")], ["London", "Paris"])?.suggestion).toBeNull();
  expect(suggested("X1", [here("X1", "address.country")], ["Narnia"])?.suggestion).toBeNull();
  expect(suggested("X1", [here("X1", "email")], ["London"])?.suggestion).toBeNull();
  expect(suggested("X1", [here("X1", "dateOfBirth")], ["unknown", "31.12.1980"])?.suggestion?.field).toBe(
    "dateOfBirth",
  );
});

test("a trap stays a trap, unless people mapped that header of this source system before", () => {
  expect(suggested("emergency_contact_phone", [elsewhere("emergency_contact_phone", "phone")])?.suggestion).toBeNull();
  expect(suggested("emergency_contact_phone", [here("emergency_contact_phone", "phone")])?.suggestion?.field).toBe(
    "phone",
  );
});

test("a column without a header learns nothing from others without one", () => {
  expect(suggested("", [here("", "title")])?.suggestion).toBeNull();
});
