import type { RecordFilter } from "#components/records/records-href.ts";
import type { Cause } from "./cause.ts";

/**
 * The records that a cause counts, as the list is asked for them. Those left out keep their issues, and are not counted: whoever has an
 * error and is not left out is invalid, so of errors the list is as long as the cause says. What Passfort refused stands with its delivery.
 */
export function recordsOfCause(cause: Pick<Cause, "code" | "field" | "fileId" | "role" | "severity">): RecordFilter {
  const { code, field, fileId, role, severity } = cause;
  const isOurs = severity === "error" && !code.startsWith("passfort.");
  return { code, field, fileId, role, ...(isOurs && { readiness: "invalid" }) };
}
