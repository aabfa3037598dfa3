import { headerWords } from "./header-words.ts";

/** Words in front of a name that make it somebody or something else's, or another time's. */
const trapWords = new Set([
  "alias",
  "aka",
  "emergency",
  "kin",
  "created",
  "creator",
  "modified",
  "updated",
  "previous",
  "former",
  "old",
  "maiden",
  "spouse",
  "partner",
  "parent",
  "mother",
  "father",
  "guardian",
  "employer",
  "manager",
  "owner",
  "agent",
  "broker",
  "introducer",
  "native",
  "secondary",
  "alternative",
  "alt",
  "dissolution",
  "care",
  "passport",
  "licence",
  "license",
  "drivers",
  "ssn",
  "national",
  "expiry",
  "billing",
  "shipping",
  "branch",
  "bank",
  "beneficiary",
  "referrer",
  "accounts",
  "returns",
  "mortgages",
]);

/** Is this about another person, another time or another document than the client? Such a column is never proposed. */
export const isTrap = (header: string): boolean => {
  const words = headerWords(header);
  return (
    words.some((word) => trapWords.has(word)) ||
    /^(next of kin|last (updated|login|changed|contact))/.test(words.join(" "))
  );
};
