import type { CallResult } from "../../domain/failure.ts";
import { type Caller, makeCall, mapped, pathOf } from "../call.ts";
import { remoteCheckOf } from "../from-wire.ts";
import type { RemoteCheck } from "../remote-check.ts";
import { unsendable } from "../unsendable.ts";
import { checkAnswer, checkRequest, checksAnswer } from "../wire/check.ts";

/** A check that is waited for may take 120 s before Passfort lets it run on by itself (API contract §1.4, §11 row 12). */
export const syncCheckTimeoutMs = 130_000;

export type CheckCalls = {
  /**
   * Runs a check, which may cost money. Not repeatable: list the checks first. Without `taskIds` Passfort attaches it to
   * matching tasks itself. Also a `sync` check may come back unfinished (API contract §5.4).
   */
  runCheck(
    profileId: string,
    order: { checkType: string; taskIds?: readonly string[]; variantId?: string; mode: "async" | "sync" },
  ): Promise<CallResult<RemoteCheck>>;
  readCheck(profileId: string, checkId: string): Promise<CallResult<RemoteCheck>>;
  listChecks(profileId: string): Promise<CallResult<RemoteCheck[]>>;
};

export function checkCalls(caller: Caller): CheckCalls {
  const pathTo = (profileId: string, ...rest: string[]) => pathOf("profiles", profileId, "checks", ...rest);

  return {
    async runCheck(profileId, { checkType, taskIds = [], variantId, mode }) {
      const request = checkRequest.safeParse({
        check_type: checkType,
        ...(taskIds.length > 0 ? { task_ids: taskIds } : {}),
        ...(variantId === undefined ? {} : { variant: { id: variantId } }),
      });
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "run_check",
        effect: "write",
        method: "POST",
        path: pathTo(profileId),
        query: { mode },
        body: request.data,
        sent: null,
        answer: checkAnswer,
        resource: "check",
        timeoutMs: mode === "sync" ? syncCheckTimeoutMs : undefined,
        profileId,
      });
      return mapped(answer, remoteCheckOf);
    },

    async readCheck(profileId, checkId) {
      const answer = await makeCall(caller, {
        name: "read_check",
        effect: "read",
        method: "GET",
        path: pathTo(profileId, checkId),
        answer: checkAnswer,
        resource: "check",
        profileId,
        subjectId: checkId,
      });
      return mapped(answer, remoteCheckOf);
    },

    async listChecks(profileId) {
      const answer = await makeCall(caller, {
        name: "list_checks",
        effect: "read",
        method: "GET",
        path: pathTo(profileId),
        answer: checksAnswer,
        resource: "check",
        profileId,
      });
      return mapped(answer, (list) => list.map(remoteCheckOf));
    },
  };
}
