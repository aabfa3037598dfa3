import type { CallResult } from "../../domain/failure.ts";
import { afterWrite } from "../after-write.ts";
import { type Caller, makeCall, mapped, pathOf } from "../call.ts";
import { remoteApplicationOf } from "../from-wire.ts";
import type { RemoteApplication } from "../remote-profile.ts";
import { unsendable } from "../unsendable.ts";
import {
  applicationAnswer,
  applicationRequest,
  applicationsAnswer,
  type Decision,
  decisionRequest,
  reversalRequest,
} from "../wire/application.ts";

export type ApplicationCalls = {
  /** Applies for a product. Not repeatable: list the applications first. `associatedRole` is for associates only (API contract §5.1). */
  apply(
    profileId: string,
    wish: { productAlias: string; associatedRole?: string },
  ): Promise<CallResult<RemoteApplication>>;
  /** Those that are not hidden: a reverted one may give way to another (API contract §5.1). */
  listApplications(profileId: string): Promise<CallResult<RemoteApplication[]>>;
  readApplication(profileId: string, applicationId: string): Promise<CallResult<RemoteApplication>>;
  /** Decides. Read the application first: it may have decided itself, and is then refused with 102 or 103 (API contract §5.1). */
  decide(profileId: string, applicationId: string, status: Decision): Promise<CallResult<RemoteApplication>>;
  /** Takes a decision back, and lists the applications anew: its id may be another now (API contract §11 row 14). */
  revertDecision(profileId: string, applicationId: string, comment?: string): Promise<CallResult<RemoteApplication[]>>;
};

export function applicationCalls(caller: Caller): ApplicationCalls {
  const pathTo = (profileId: string, ...rest: string[]) => pathOf("profiles", profileId, "applications", ...rest);

  const calls: ApplicationCalls = {
    async apply(profileId, { productAlias, associatedRole }) {
      const request = applicationRequest.safeParse({
        product: { alias: productAlias },
        ...(associatedRole === undefined ? {} : { associated_role: associatedRole }),
      });
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "apply",
        effect: "write",
        method: "POST",
        path: pathTo(profileId),
        body: request.data,
        // Our own configuration, nothing about a person.
        sent: null,
        answer: applicationAnswer,
        profileId,
      });
      return mapped(answer, remoteApplicationOf);
    },

    async listApplications(profileId) {
      const answer = await makeCall(caller, {
        name: "list_applications",
        effect: "read",
        method: "GET",
        path: pathTo(profileId),
        answer: applicationsAnswer,
        profileId,
      });
      return mapped(answer, (list) => list.filter(({ hidden }) => hidden !== true).map(remoteApplicationOf));
    },

    async readApplication(profileId, applicationId) {
      const answer = await makeCall(caller, {
        name: "read_application",
        effect: "read",
        method: "GET",
        path: pathTo(profileId, applicationId),
        answer: applicationAnswer,
        profileId,
        subjectId: applicationId,
      });
      return mapped(answer, remoteApplicationOf);
    },

    async decide(profileId, applicationId, status) {
      const request = decisionRequest.safeParse({ status });
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "decide",
        effect: "write",
        method: "POST",
        path: pathTo(profileId, applicationId),
        body: request.data,
        sent: null,
        answer: applicationAnswer,
        profileId,
        subjectId: applicationId,
      });
      return mapped(answer, remoteApplicationOf);
    },

    async revertDecision(profileId, applicationId, comment) {
      const request = reversalRequest.safeParse(comment === undefined ? {} : { comment });
      if (!request.success) return unsendable(request.error);
      const reverted = await makeCall(caller, {
        name: "revert_decision",
        effect: "write",
        method: "POST",
        path: pathTo(profileId, applicationId, "revert_decision"),
        body: request.data,
        answer: applicationAnswer,
        profileId,
        subjectId: applicationId,
      });
      return reverted.ok ? afterWrite(reverted, await calls.listApplications(profileId)) : reverted;
    },
  };
  return calls;
}
