import type { FailureFilter } from "./failure-filter.ts";
import type { Retried } from "./retry.ts";

/** What the audit log keeps of which clients were sent again. What was searched for may be a person's name: that there were words, not which. */
export function retriedWords(which: Retried): string {
  switch (which.kind) {
    case "all":
      return "all failed clients";
    case "transient":
      return "those that Passfort was only not reached for";
    case "code":
      return `those with the code ${which.code}`;
    case "record":
      return `the client of the record ${which.recordId}`;
    case "filter":
      return `the ${which.expected} failed of a filter: ${filterWords(which.filter)}`;
  }
}

function filterWords({ status, code, fileId, search }: FailureFilter): string {
  const words = [
    status && `status ${status}`,
    code && `code ${code}`,
    fileId && `file ${fileId}`,
    search && "words that were searched for",
  ].filter(Boolean);
  return words.length > 0 ? words.join(", ") : "nothing left out";
}
