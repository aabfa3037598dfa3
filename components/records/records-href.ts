import { keyOfWords, wordsOfKey } from "./search-words.ts";

/** What the record list can be narrowed to; each is a word in its address. */
export const recordFilterNames = ["role", "status", "readiness", "search", "code", "field", "fileId"] as const;
export type RecordFilterName = (typeof recordFilterNames)[number];
export type RecordFilter = Partial<Record<RecordFilterName, string>>;

/** The address of the record list with a filter; empty parts are left out. */
export function recordsHref(migrationId: string, filter: RecordFilter = {}): string {
  const search = new URLSearchParams();
  for (const name of recordFilterNames) {
    const value = filter[name];
    if (value) search.set(name, name === "search" ? keyOfWords(value) : value);
  }
  const path = `/migrations/${migrationId}/records`;
  return search.size === 0 ? path : `${path}?${search}`;
}

/** The filter an address asks for; unknown words are passed over. */
export function recordFilterOf(search: { get(name: string): string | null }): RecordFilter {
  const filter: RecordFilter = {};
  for (const name of recordFilterNames) {
    const given = search.get(name);
    const value = given && name === "search" ? wordsOfKey(given) : given;
    if (value) filter[name] = value;
  }
  return filter;
}
