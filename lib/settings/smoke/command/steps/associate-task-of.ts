import type { LinkList } from "../../../../domain/link.ts";
import { listsByTask } from "../../../../domain/link-tasks.ts";
import type { RemoteTask } from "../../../../passfort/remote-task.ts";

/** The first task an associate can be linked for, and the first list it takes them from. */
export function associateTaskOf(
  tasks: readonly RemoteTask[],
): { type: string; variantId: string; list: LinkList } | null {
  for (const { type, variantId, isExpired } of tasks) {
    const [list] = listsByTask[type] ?? [];
    if (list && variantId !== null && !isExpired) return { type, variantId, list };
  }
  return null;
}
