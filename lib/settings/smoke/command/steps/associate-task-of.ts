import type { LinkList } from "../../../../domain/link.ts";
import type { RemoteTask } from "../../../../passfort/remote-task.ts";

/** The tasks of a company that take associates, and the list each of them takes them from (API contract §4.1). */
const listByTask: Readonly<Record<string, LinkList>> = {
  COMPANY_IDENTIFY_OFFICERS: "directors",
  COMPANY_IDENTIFY_BENEFICIAL_OWNERS: "shareholders",
  COMPANY_ASSESS_OWNERSHIP: "shareholders",
  COMPANY_IDENTIFY_TRUSTEES: "trustees",
  COMPANY_IDENTIFY_AUTHORIZED_PERSONS: "authorized_persons",
};

/** The first task an associate can be linked for. */
export function associateTaskOf(
  tasks: readonly RemoteTask[],
): { type: string; variantId: string; list: LinkList } | null {
  for (const { type, variantId, isExpired } of tasks) {
    const list = listByTask[type];
    if (list && variantId !== null && !isExpired) return { type, variantId, list };
  }
  return null;
}
