/** Digits of a number that prove the others: the arithmetic of registers. All texts here are digits and capital letters already. */

/** ISO/IEC 7812, Luhn: cards, SIREN, the Italian codice fiscale of companies. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, isDoubled = false; at >= 0; at -= 1, isDoubled = !isDoubled) {
    const digit = digitAt(digits, at) * (isDoubled ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** ISO/IEC 7064 MOD 97-10 over digits and letters, A being 10 (ISO 17442: LEI). */
export function passesMod97(text: string): boolean {
  let rest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    rest = code >= letterA ? (rest * 100 + code - letterA + 10) % 97 : (rest * 10 + code - zero) % 97;
  }
  return rest === 1;
}

/** The sum of the first digits, each by its weight. */
export const weighed = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * digitAt(digits, at), 0);

/** The digit at a place, which may be told from the end. */
export const digitAt = (digits: string, at: number): number =>
  digits.charCodeAt(at < 0 ? digits.length + at : at) - zero;

const zero = 48;
const letterA = 65;
