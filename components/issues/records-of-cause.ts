import type { RecordFilter } from "#components/records/records-href.ts";
import type { Cause } from "./cause.ts";

/** The records that a cause counts, as the list is asked for them: whoever is left out keeps the issues, and is not counted. */
export const recordsOfCause = ({
  code,
  field,
  fileId,
  role,
}: Pick<Cause, "code" | "field" | "fileId" | "role">): RecordFilter => ({
  code,
  field,
  fileId,
  role,
  readiness: "included",
});
