/** Digits, also grouped by threes in one way throughout; anything else, a decimal point too, is not a whole number for certain. */
export function wholeNumberOf(text: string): string | undefined {
  if (/^\d{1,9}$/.test(text)) return String(Number(text));
  return /^\d{1,3}(?:([ ,.'’\u00a0])\d{3})(?:\1\d{3})*$/.test(text) && text.length <= 11
    ? String(Number(text.replace(/\D/g, "")))
    : undefined;
}
