import { type RecordRole, recordRoles } from "#lib/domain/record-role.ts";
import type { RecordFilter } from "./records-href.ts";
import { roleWords } from "./role-words.ts";

/** The word of the address for records of every role. */
export const everyRole = "all";

/** Clients, unless the address asks for others. */
export function roleOfFilter({ role }: RecordFilter): RecordRole | undefined {
  if (role === everyRole) return undefined;
  return recordRoles.find((each) => each === role) ?? "client";
}

/** What the list holds, in words. */
export function nounOfFilter(filter: RecordFilter): string {
  const role = roleOfFilter(filter);
  return role === undefined ? "records" : roleWords[role].many;
}
