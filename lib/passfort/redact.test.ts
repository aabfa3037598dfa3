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
  ["a name without its accent", "Zoe is not accepted", ["Zoe"]],
  ["a name with an escape in it", "Zo\\u00eb is not accepted", ["Zo"]],
  ["a name in an address's escapes", "q=Zo%C3%AB+Anne is not accepted", ["Zo", "Anne"]],
  ["a name without its hyphen", "featherstonehaugh is not accepted", ["featherstone"]],
  ["one word of the address", "There is no Larkspur in Wexcombe", ["Larkspur", "Wexcombe"]],
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

test("a message without end is not kept at all, rather than cut through a value", () => {
  expect(redact(`${"word ".repeat(5_000)} Featherstone`, sent)).toBe("(A message too long to be kept.)");
});

test("a large company's data is taken out of a message in a moment", () => {
  const directors = Array.from({ length: 5_000 }, (_, number) => ({
    name: `Quillfeather ${number}`,
    route: `Row ${number}`,
  }));
  expect(redact("Quillfeather 4711 of Row 4711 is refused.", { officers: { directors } })).toBe(
    "[hidden] of [hidden] is refused.",
  );
});

test("a message is at most 500 characters", () => {
  expect(redact("word ".repeat(500), sent).length).toBeLessThanOrEqual(500);
});

const letter = fc.oneof(
  fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzäöüßøæłéèçñşığ"),
  fc.constantFrom(..."ΑΒΓΔабвгджאבגד王李明太郎"),
);
const word = fc.string({ unit: letter, minLength: 5, maxLength: 12 });
const name = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .chain((words) => fc.constantFrom(" ", "-", "'", "’").map((separator) => words.join(separator)));
/** The ways in which a service may repeat a value. */
const disguises: Record<string, (value: string) => string> = {
  as_it_is: (value) => value,
  capitals: (value) => value.toUpperCase(),
  small: (value) => value.toLowerCase(),
  without_accents: (value) => value.normalize("NFKD").replace(/\p{M}/gu, ""),
  other_separators: (value) => value.replace(/[ '’-]/g, "_"),
  quoted: (value) => JSON.stringify(value),
  json_escapes: (value) => value.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  html: (value) => value.replace(/[^a-z ]/gi, (c) => `&#${c.codePointAt(0)};`),
  address: encodeURIComponent,
  in_a_list: (value) => `['${value}']`,
};

test("no value we sent is found again in what is stored, however it is repeated", () => {
  const seeded = fc.record({
    value: name,
    disguise: fc.constantFrom(...Object.keys(disguises)),
    key: fc.constantFrom("family_name", "route", "value", "text", "name"),
  });
  fc.assert(
    fc.property(seeded, ({ value, disguise, key }) => {
      const repeated = disguises[disguise]?.(value) ?? "";
      const stored = lettersOnly(redact(`- ${repeated} -`, { collected_data: { [key]: value } }));
      for (const part of [value, ...value.split(/[ '’-]/)]) expect(stored).not.toContain(lettersOnly(part));
      expect(stored).toBe("hidden");
    }),
    { numRuns: 500 },
  );
});

function lettersOnly(text: string): string {
  const lower = text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase();
  return lower.replace(/[^\p{L}\p{N}]/gu, "");
}

test("not even a value of signs and drawings is found again, when it is five characters or longer", () => {
  const value = fc
    .string({ minLength: 5, maxLength: 30, unit: "grapheme" })
    .map((text) => text.trim().normalize("NFC"))
    .filter((text) => text.length >= 5 && !"[hidden]".includes(text) && !text.includes("[hidden]"));
  fc.assert(
    fc.property(value, fc.constantFrom("family_name", "route", "value"), (text, key) => {
      const stored = redact(`before ${text} after`, { collected_data: { [key]: text } });
      expect(stored).not.toContain(text);
    }),
    // A digit between signs, the last of which counts as a letter and comes apart into a mark.
    { examples: [["! 0\ufe74!", "family_name"]] },
  );
});
