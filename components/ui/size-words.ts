const units = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** `137 MB`, `2.1 GB`, `812 bytes`: a size in bytes for people, in steps of 1,000. */
export function sizeWords(bytes: number): string {
  let value = bytes;
  let step = 0;
  while (value >= 999.5 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  const digits = step === 0 || value >= 99.5 ? 0 : 1;
  const amount = value.toLocaleString("en-GB", { maximumFractionDigits: digits });
  return `${amount} ${step === 0 && amount === "1" ? "byte" : units[step]}`;
}
