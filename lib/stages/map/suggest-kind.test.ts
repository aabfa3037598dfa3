import { expect, test } from "vitest";
import { suggestKind } from "./suggest-kind.ts";
import { evidenceOf } from "./test-evidence.ts";

const column = (name: string, ...values: string[]) => [
  evidenceOf(0, "ID", ["1", "2", "3"]),
  evidenceOf(1, name, values),
];

test.each([
  ["RECORD_TYPE", ["PERSON", "ORGANIZATION"], ["PERSON"], ["ORGANIZATION"]],
  ["Is a Company", ["False", "True"], ["False"], ["True"]],
  ["is_individual", ["1", "0"], ["1"], ["0"]],
  ["Kundenart", ["Natürliche Person", "Juristische Person"], ["Natürliche Person"], ["Juristische Person"]],
  ["Client type", ["P", "C"], ["P"], ["C"]],
  ["Tipo", ["Persona física", "Persona jurídica", "Empresa"], ["Persona física"], ["Persona jurídica", "Empresa"]],
  ["Rodzaj", ["osoba fizyczna", "osoba prawna"], ["osoba fizyczna"], ["osoba prawna"]],
])("“%s” tells people from companies, and the reason says how", (name, values, individual, company) => {
  expect(suggestKind(column(name, ...values))).toMatchObject({
    kindBy: { column: 1, individual, company },
    reason: expect.stringContaining(`“${name}” says “${individual[0]}”`),
  });
});

test("a column that knows only one kind, or letters under a header that does not speak of kinds, tells nothing", () => {
  expect(suggestKind(column("RECORD_TYPE", "PERSON", "CUSTOMER"))).toBeNull();
  expect(suggestKind(column("Grade", "P", "C"))).toBeNull();
  expect(suggestKind(column("Is active", "True", "False"))).toBeNull();
  expect(suggestKind([])).toBeNull();
});

test("a value nobody knows is left to a person, not put to one side", () => {
  const found = suggestKind(column("TYPE", "PERSON", "ORGANIZATION", "COMPANY", "VESSEL"));
  expect(found?.kindBy).toEqual({ column: 1, individual: ["PERSON"], company: ["ORGANIZATION", "COMPANY"] });
});
