import { structured } from "../profile/address.ts";
import { address as addressShape } from "../validate/address.ts";
import { parseBody } from "../validate/parse.ts";
import { country } from "../validate/scalars.ts";
import book from "./address-book.json" with { type: "json" };
import { type Answer, type Call, numberIn, type Operation } from "./operation.ts";
import { invalid, notFound } from "./refused.ts";

/** A small book of invented addresses; a search is free, a format is charged in life (API contract §2.2). */
export const addressOperations: Operation[] = [
  { name: "search_addresses", method: "GET", path: "/address/search", run: search },
  { name: "format_address", method: "GET", path: "/address/format", run: format },
];

const TEXT_MAX = 200;
const LIMIT_DEFAULT = 7;
const LIMIT_MAX = 100;

const ADDRESSES = book.map(({ id, address }) => {
  const full = structured(parseBody(addressShape, address));
  return { id, address: full, text: full.original_freeform_address ?? "" };
});

function search({ query }: Call): Answer {
  const asked = demand(query, "address");
  if (asked.length > TEXT_MAX) throw invalid(`address must be ${TEXT_MAX} characters at most.`, "address");
  const code = parseBody(country, query.get("country_code"), ["country_code"]);
  const limit = Math.min(numberIn(query, "limit", LIMIT_DEFAULT), LIMIT_MAX);
  const words = asked
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const found = ADDRESSES.filter(
    ({ address, text }) => address.country === code && words.every((word) => text.toLowerCase().includes(word)),
  );
  return {
    body: {
      count: found.length,
      results: found.slice(0, limit).map(({ id, text }) => ({ id, text, query_substrings: placesOf(words, text) })),
    },
  };
}

function format({ query }: Call): Answer {
  const id = demand(query, "id");
  const code = parseBody(country, query.get("country_code"), ["country_code"]);
  const found = ADDRESSES.find((one) => one.id === id && one.address.country === code);
  if (!found) throw notFound("The address");
  return { body: found.address };
}

/** Where each word begins and ends in the text. */
function placesOf(words: string[], text: string): [number, number][] {
  return words.map((word) => {
    const start = text.toLowerCase().indexOf(word);
    return [start, start + word.length];
  });
}

function demand(query: URLSearchParams, name: string): string {
  const value = query.get(name)?.trim();
  if (!value) throw invalid(`${name} is required.`, name);
  return value;
}
