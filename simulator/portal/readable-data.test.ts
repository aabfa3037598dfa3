import fc from "fast-check";
import { expect, test } from "vitest";
import type { CollectedData } from "../validate/collected-data.ts";
import { FIELDS, nameOfField, textOfField, withFields } from "./data-field.ts";
import { groupsOf } from "./readable-data.ts";

const text = fc.string({ minLength: 1 }).filter((value) => value.trim() !== "");

const person: fc.Arbitrary<CollectedData> = fc.record(
  {
    entity_type: fc.constant("INDIVIDUAL" as const),
    customer_ref: text,
    personal_details: fc.record(
      {
        name: fc.record({ title: text, given_names: fc.array(text), family_name: text }, { requiredKeys: [] }),
        dob: text,
      },
      { requiredKeys: [] },
    ),
    contact_details: fc.record({ email: text }, { requiredKeys: [] }),
    address_history: fc.array(
      fc.record({
        address: fc.record({
          type: fc.constant("STRUCTURED" as const),
          country: fc.constant("GBR" as const),
          route: text,
        }),
      }),
    ),
    custom: fc.dictionary(
      fc.constantFrom("colour", "shoe_size"),
      fc.oneof(text, fc.integer(), fc.dictionary(fc.constant("inside"), text)),
    ),
  },
  { requiredKeys: ["entity_type"] },
);

test("every value of the collected data can be read on the page", () => {
  fc.assert(
    fc.property(person, (data) => {
      const shown = groupsOf(data)
        .flatMap(({ lines }) => lines)
        .map((line) => line.text)
        .join("\n");
      const { entity_type: _, ...rest } = data;
      for (const value of leavesOf(rest)) expect(shown).toContain(value);
    }),
  );
});

function leavesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.entries(value).flatMap(([key, inner]) => (key === "type" ? [] : leavesOf(inner)));
}

test("saving the form as it was opened changes nothing", () => {
  fc.assert(
    fc.property(person, (data) => {
      const form = new Map(FIELDS.INDIVIDUAL.map((field) => [nameOfField(field), textOfField(data, field)]));
      expect(withFields(data, (name) => form.get(name))).toEqual(data);
    }),
  );
});

test("addresses and lists get a heading each, and links are left to their own section", () => {
  const id = "11111111-1111-4111-8111-111111111111";
  const groups = groupsOf({
    entity_type: "COMPANY",
    metadata: { name: "Lantern Ltd", tax_ids: [{ tax_id_type: "VAT", value: "1" }] },
    officers: {
      directors: [
        { entity_type: "INDIVIDUAL", linked_profile: { id } },
        { entity_type: "INDIVIDUAL", immediate_data: { entity_type: "INDIVIDUAL" }, original_role: "Chair" },
      ],
    },
  });
  expect(groups.map(({ heading }) => heading)).toEqual(["Company", "Tax ids", "Officers: directors"]);
  expect(JSON.stringify(groups)).not.toContain(id);
});
