import type { CallResult } from "../../domain/failure.ts";
import { type Caller, makeCall, mapped } from "../call.ts";
import { whoamiAnswer } from "../wire/whoami.ts";

export type WhoamiCalls = {
  /** The account and the key behind this connection (API contract §1.2). */
  whoami(): Promise<CallResult<{ institutionName: string; keyName: string | null }>>;
};

export const whoamiCalls = (caller: Caller): WhoamiCalls => ({
  async whoami() {
    const answer = await makeCall(caller, {
      name: "whoami",
      effect: "read",
      method: "GET",
      path: "/whoami",
      answer: whoamiAnswer,
    });
    return mapped(answer, ({ institution, auditee_name }) => ({
      institutionName: institution.name,
      keyName: auditee_name ?? null,
    }));
  },
});
