/**
 * The words of a search may be a person's name. They travel in a header, because an address is written down by every proxy on its way; in all
 * else they are the query field `search` of a contract.
 */
const name = "x-search";

export const searchHeader = (search: unknown): Record<string, string> =>
  typeof search === "string" && search !== "" ? { [name]: encodeURIComponent(search.toWellFormed()) } : {};

/** The words as part of a query; nothing when there are none, or none that can be read. */
export function searchOf(headers: Headers): { search?: string } {
  const given = headers.get(name);
  if (!given) return {};
  try {
    return { search: decodeURIComponent(given) };
  } catch {
    return {};
  }
}
