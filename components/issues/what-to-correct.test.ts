import { expect, test } from "vitest";
import { mayBeTakenAway, whatToCorrect } from "./what-to-correct.ts";

const person = { role: "client", entityType: "individual" } as const;
const keysOf = (cause: Parameters<typeof whatToCorrect>[0]) => whatToCorrect(cause).fields.map(({ key }) => key);

test("a cause of one field is settled by that field", () => {
  const cause = { code: "field.email", field: "email", ...person } as const;
  expect(whatToCorrect(cause).first).toBe("email");
  expect(keysOf(cause)).toEqual(["email"]);
});

test("a field of companies is known by its label in a file of people and companies, too", () => {
  const cause = { code: "field.required", field: "countryOfIncorporation", ...person } as const;
  expect(whatToCorrect(cause).fields).toMatchObject([{ label: "Country of incorporation", kind: "country" }]);
});

test("where a value lacks the one beside it, the missing one is asked first, and the value itself can be chosen", () => {
  const cause = { code: "field.needs_other", field: "nationalId2.number", ...person } as const;
  expect(whatToCorrect(cause).first).toBe("nationalId2.country");
  expect(keysOf(cause)).toEqual(["nationalId2.country", "nationalId2.number"]);
  expect(whatToCorrect({ ...cause, field: "address2.route" }).first).toBe("address2.country");
});

test("for a row as a whole the person chooses among all fields", () => {
  const cause = { code: "record.full_address_incomplete", field: "", ...person } as const;
  expect(whatToCorrect(cause).first).toBeNull();
  expect(keysOf(cause)).toEqual(expect.arrayContaining(["address.locality", "address.postalCode"]));
});

test("only a value that is there and may be missing can be taken away", () => {
  const may = (cause: Parameters<typeof whatToCorrect>[0]) => mayBeTakenAway(cause, whatToCorrect(cause).fields[0]);
  expect(may({ code: "field.email", field: "email", ...person })).toBe(true);
  expect(may({ code: "field.gender", field: "gender", ...person })).toBe(true);
  expect(may({ code: "field.date_future", field: "dateOfBirth", ...person })).toBe(false);
  expect(may({ code: "field.required", field: "address.country", ...person })).toBe(false);
  expect(may({ code: "field.needs_other", field: "nationalId2.number", ...person })).toBe(false);
});
