import type { CallResult } from "../../domain/failure.ts";
import { type Caller, makeCall, mapped, pathOf } from "../call.ts";
import { remoteAuditItemOf } from "../from-wire.ts";
import type { RemoteAuditItem } from "../remote-audit-item.ts";
import { auditItemsAnswer } from "../wire/audit-item.ts";

export type AuditCalls = {
  /** What was done to a profile and by whom, as Passfort kept it (API contract §2.1). */
  listAuditItems(profileId: string): Promise<CallResult<RemoteAuditItem[]>>;
};

export const auditCalls = (caller: Caller): AuditCalls => ({
  async listAuditItems(profileId) {
    const answer = await makeCall(caller, {
      name: "list_audit_items",
      effect: "read",
      method: "GET",
      path: pathOf("profiles", profileId, "audit-items"),
      answer: auditItemsAnswer,
      profileId,
    });
    return mapped(answer, (list) => list.map(remoteAuditItemOf));
  },
});
