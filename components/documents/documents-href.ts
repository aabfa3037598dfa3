import { keyOfWords, wordsOfKey } from "#components/records/search-words.ts";
import { type DocumentList, documentLists } from "#lib/domain/document-list.ts";

export type DocumentFilter = { list: DocumentList; search: string };

/** The address of the documents with a list and a search; empty parts are left out. */
export function documentsHref(migrationId: string, filter: Partial<DocumentFilter> = {}): string {
  const search = new URLSearchParams();
  if (filter.list) search.set("list", filter.list);
  if (filter.search) search.set("search", keyOfWords(filter.search));
  const path = `/migrations/${migrationId}/documents`;
  return search.size === 0 ? path : `${path}?${search}`;
}

/** The filter an address asks for. Unknown words are passed over; the first list is that of what is matched. */
export function documentFilterOf(search: { get(name: string): string | null }): DocumentFilter {
  const asked = search.get("list");
  return {
    list: documentLists.find((list) => list === asked) ?? "matched",
    search: wordsOfKey(search.get("search") ?? ""),
  };
}
