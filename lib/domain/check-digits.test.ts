import fc from "fast-check";
import { expect, test } from "vitest";
import { passesLuhn, passesMod97 } from "./check-digits.ts";

test.each(["5493001KJTIIGC8Y1R12", "213800WSGIIZCXF1P572"])("the published LEI %s passes", (lei) => {
  expect(passesMod97(lei)).toBe(true);
});

test("check digits computed by the standard pass, and one digit or letter taken for another never does", () => {
  const characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  const stems = fc.array(fc.constantFrom(...characters), { minLength: 18, maxLength: 18 });
  const isDigit = (character = "") => character <= "9";
  fc.assert(
    fc.property(stems, fc.nat(17), fc.constantFrom(...characters), (stem, at, other) => {
      const lei = withMod97(stem.join(""));
      expect(passesMod97(lei)).toBe(true);
      // A letter for a digit makes the number longer, and one in 97 of those passes.
      if (other === lei[at] || isDigit(other) !== isDigit(lei[at])) return;
      expect(passesMod97(lei.slice(0, at) + other + lei.slice(at + 1))).toBe(false);
    }),
  );
});

test("of ten last digits Luhn takes one, and no other digit in any place", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{8}$/), fc.nat(7), fc.integer({ min: 1, max: 9 }), (stem, at, more) => {
      const proven = Array.from({ length: 10 }, (_, last) => `${stem}${last}`).filter(passesLuhn);
      expect(proven).toHaveLength(1);
      const [number = ""] = proven;
      const other = (Number(number[at]) + more) % 10;
      expect(passesLuhn(number.slice(0, at) + other + number.slice(at + 1))).toBe(false);
    }),
  );
});

/** ISO/IEC 7064 by long division of the whole number, the other way than the code goes. */
function withMod97(stem: string): string {
  const digits = [...stem].map((character) => Number.parseInt(character, 36)).join("");
  return stem + String(98n - (BigInt(`${digits}00`) % 97n)).padStart(2, "0");
}
