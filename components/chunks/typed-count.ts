/** The count a person typed, with or without thousands separators; null when it is not a whole number. */
export function typedCountOf(typed: string): number | null {
  const plain = typed.trim();
  if (!/^\d{1,3}([, ]\d{3})+$|^\d+$/.test(plain)) return null;
  return Number(plain.replace(/[, ]/g, ""));
}
