import fc from "fast-check";
import { expect, test } from "vitest";
import examples from "../../samples/normalise/phone-examples-mobile.json" with { type: "json" };
import { countryNames } from "./country-names.ts";
import { e164Of } from "./phone.ts";
import { phonePlans } from "./phone-plans.ts";

const alpha3ByAlpha2 = new Map(
  Object.entries(countryNames).map(([alpha3, line]) => [line.split("|")[0] ?? "", alpha3]),
);
const samples = Object.entries(examples).map(([alpha2, national]) => {
  const key = alpha3ByAlpha2.get(alpha2) ?? alpha2;
  const [callingCode = "", trunk = "-"] = phonePlans[key]?.split(" ") ?? [];
  return { key, national, callingCode, trunk: trunk === "-" ? "" : trunk, e164: `+${callingCode}${national}` };
});

test("a mobile number of every region becomes E.164, written at home, abroad and with 00", () => {
  expect(samples.length).toBe(245);
  for (const { key, national, callingCode, trunk, e164 } of samples) {
    expect([key, e164Of(national, key)]).toEqual([key, e164]);
    expect([key, e164Of(`${trunk}${national}`, key)]).toEqual([key, e164]);
    expect([key, e164Of(`+${callingCode} ${national.slice(0, 2)}-${national.slice(2)}`, undefined)]).toEqual([
      key,
      e164,
    ]);
    expect([key, e164Of(`00${callingCode}${national}`, "GBR")]).toEqual([key, e164]);
  }
});

test.each([
  ["020 7946 0958", "GBR", "+442079460958"],
  ["+44 (0)20 7946 0958", "FRA", "+442079460958"],
  ["(020) 7946-0958", "GBR", "+442079460958"],
  ["44 7400 123456", "GBR", "+447400123456"],
  ["06 12 34 56 78", "FRA", "+33612345678"],
  ["030/123456", "DEU", "+4930123456"],
  ["02 1234 5678", "ITA", "+390212345678"],
  ["(201) 555-0123", "USA", "+12015550123"],
  ["1-201-555-0123", "USA", "+12015550123"],
])("%s in %s is %s", (text, country, e164) => {
  expect(e164Of(text, country)).toBe(e164);
});

test.each([
  ["020 7946 0958", undefined],
  ["020 7946 0958 ext 12", "GBR"],
  ["12345", "GBR"],
  ["0800-FLOWERS", "USA"],
  ["+999 123456789", "GBR"],
  ["none", "GBR"],
  ["07400 123456 / 020 7946 0958", "GBR"],
])("%s is not guessed (country %s)", (text, country) => {
  expect(e164Of(text, country)).toBeUndefined();
});

test("whatever is written, the answer is E.164 or nothing", () => {
  const written = fc.string({ unit: fc.constantFrom(..."0123456789+ ()-./x"), maxLength: 25 });
  fc.assert(
    fc.property(written, fc.constantFrom(undefined, "GBR", "ITA", "USA", "RUS", "HUN"), (text, country) => {
      expect(e164Of(text, country) ?? "+1234567").toMatch(/^\+[1-9]\d{4,14}$/);
    }),
  );
});
