import fc from "fast-check";
import { expect, test } from "vitest";
import { redact } from "./redact.ts";

const sent = {
  role: "INDIVIDUAL_CUSTOMER",
  collected_data: {
    entity_type: "INDIVIDUAL",
    customer_ref: "CRM-1",
    personal_details: {
      name: { title: "Dr", given_names: ["Zoë Anne"], family_name: "Featherstone-Haugh" },
      dob: "1990-01-31",
      gender: "F",
    },
    contact_details: { email: "zoe@post.example", phone_number: "+44 20 7946 0000" },
    address_history: [{ address: { type: "FREEFORM", country: "GBR", text: "12 Larkspur Row, Wexcombe, ZZ1 9QQ" } }],
  },
  applications: [{ product: { alias: "individual_onboarding" } }],
};

test.each([
  ["a whole name", "The name Zoë Anne Featherstone-Haugh is not accepted.", ["Zoë", "Anne", "Featherstone", "Haugh"]],
  ["half a name in capitals", "FEATHERSTONE looks odd", ["FEATHERSTONE"]],
  ["a name written with a combining accent", "Zoe\u0308 is not accepted", ["Zoe\u0308", "Zoë"]],
  ["the birth date", "dob 1990-01-31 lies in the future", ["1990"]],
  ["a birth date written another way", "dob 31/01/1990 is not a date", ["31/01"]],
  ["the e-mail address", "cannot mail <zoe@post.example>", ["zoe@", "post.example"]],
  ["somebody else's e-mail address", "already used by other@post.example", ["other@"]],
  ["the phone number without blanks", "442079460000 is too long", ["442079460000"]],
  ["a part of the address", "Wexcombe is not a town; ZZ1 9QQ is no postcode", ["Wexcombe", "ZZ1"]],
  ["a value as JSON escapes it", 'value "Zo\\u00eb" and "Featherstone-Haugh"', ["Featherstone"]],
  ["the gender", 'gender "F" must be unset', ['"F"']],
])("a stored message does not tell %s", (_what, message, forbidden) => {
  const stored = redact(message, sent);
  for (const value of forbidden) expect(stored).not.toContain(value);
  expect(stored).toContain("[hidden]");
});

test("what helps a person stays: places, product aliases, our reference, ids", () => {
  const message =
    'personal_details.dob is required for product "individual_onboarding" of CRM-1 (b83a64ec-f9e8-11e7-82a7-000000000000).';
  expect(redact(message, sent)).toBe(message);
});

test("a message is at most 500 characters", () => {
  expect(redact("word ".repeat(500), sent).length).toBeLessThanOrEqual(500);
});

test("no value we sent, at least five characters long, is ever found again in what is stored", () => {
  const value = fc
    .string({ minLength: 5, maxLength: 30, unit: "grapheme" })
    .map((text) => text.trim().normalize("NFC"))
    .filter((text) => text.length >= 5 && !"[hidden]".includes(text) && !text.includes("[hidden]"));
  fc.assert(
    fc.property(value, fc.constantFrom("family_name", "route", "value"), (text, key) => {
      const stored = redact(`before ${text} after`, { collected_data: { [key]: text } });
      expect(stored).not.toContain(text);
    }),
  );
});
