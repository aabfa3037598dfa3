const units = ["bytes", "kB", "MB", "GB"] as const;

/** "1 byte", "12 kB", "1.5 MB"; 1 kB is 1,000 bytes, as file managers show it. */
export function sizeWords(bytes: number): string {
  if (bytes === 1) return "1 byte";
  const power = Math.min(units.length - 1, Math.max(0, Math.floor((String(Math.floor(bytes)).length - 1) / 3)));
  const size = (bytes / 1000 ** power).toLocaleString("en-GB", { maximumFractionDigits: 1 });
  return `${size} ${units[power]}`;
}
