import { keyOfWords, wordsOfKey } from "#components/records/search-words.ts";
import { type FailureFilter, failureFilterSchema } from "#lib/domain/failure-filter.ts";

const names = ["status", "code", "fileId", "search"] as const satisfies readonly (keyof FailureFilter)[];

/** The address of a chunk whose clients that were not created are narrowed to a filter; empty parts are left out. */
export function failuresHref(chunk: { migrationId: string; id: string }, filter: FailureFilter = {}): string {
  const search = new URLSearchParams();
  for (const name of names) {
    const value = filter[name];
    if (value) search.set(name, name === "search" ? keyOfWords(value) : value);
  }
  const path = `/migrations/${chunk.migrationId}/chunks/${chunk.id}`;
  return search.size === 0 ? path : `${path}?${search}`;
}

/** The filter an address asks for; one that says something else asks for nothing. */
export function failureFilterOf(search: { get(name: string): string | null }): FailureFilter {
  const given: Partial<Record<(typeof names)[number], string>> = {};
  for (const name of names) {
    const word = search.get(name);
    const value = word && name === "search" ? wordsOfKey(word).trim() : word;
    if (value) given[name] = value;
  }
  const read = failureFilterSchema.safeParse(given);
  return read.success ? read.data : {};
}
