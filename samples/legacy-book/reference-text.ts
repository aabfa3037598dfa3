/** Eight digits with leading zeros; people and companies are numbered in ranges of their own, as the old system did. */
export function referenceText(prefix: string, range: "individual" | "company", row: number): string {
  return prefix + String((range === "individual" ? 100_001 : 50_000_001) + row * 3).padStart(8, "0");
}
