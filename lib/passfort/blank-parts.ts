/** The object without its blank parts. */
export function filled<T extends object>(whole: T): T {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => !isBlank(value))) as T;
}

/** The same, or nothing at all when every part is blank: an empty object says less than no object. */
export function group<T extends object>(whole: T): T | undefined {
  const kept = filled(whole);
  return Object.keys(kept).length > 0 ? kept : undefined;
}

export function isBlank(value: unknown): value is undefined | "" {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}
