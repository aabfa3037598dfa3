import { productAliasOf } from "../../../../domain/chunk-settings.ts";
import { listInWords } from "../../../../domain/list-words.ts";
import type { RemoteApplication } from "../../../../passfort/remote-profile.ts";
import type { StepResult } from "../../../../store/answer.ts";
import { applicationOf } from "../../application-of.ts";
import { type Passage, profileOf } from "../passage.ts";
import type { StepDoer } from "../step-doer.ts";
import { unanswered } from "./look-twice.ts";

/** Approves the client's application, unless it approved itself, or something blocks it, which is told (API contract §5.1, §5.3). */
export const approve: StepDoer = {
  async call(passage) {
    const read = await ours(passage);
    if (!read.ok) return read;
    const application = read.value;
    if (!application) return { ...read, value: { resultId: "", gap: withoutApplication } };
    const present = seen(application);
    if (application.status === "APPROVED") return { ...read, value: present };
    if (application.blockers.length > 0 || !decidable.has(application.status))
      return { ...read, value: { ...present, gap: blocked(application) } };
    const call = await passage.passfort.decide(profileOf(passage), application.id, "APPROVED");
    const durationMs = read.durationMs + call.durationMs;
    return call.ok ? { ...call, durationMs, value: seen(call.value) } : { ...call, durationMs };
  },

  async lookUp(passage) {
    const read = await ours(passage);
    if (!read.ok) return unanswered(read.failure);
    return read.value?.status === "APPROVED" ? { word: "there", result: seen(read.value) } : { word: "not_there" };
  },
};

const decidable = new Set(["APPLIED", "IN_REVIEW"]);

const seen = ({ id, status }: RemoteApplication): StepResult => ({
  resultId: id,
  applicationId: id,
  applicationStatus: status,
});

/** The application to our product; null: the client has none. */
async function ours(passage: Passage) {
  const call = await passage.passfort.listApplications(profileOf(passage));
  if (!call.ok) return call;
  const alias = productAliasOf(passage.settings, passage.entity.entityType);
  const { applicationId } = applicationOf(call.value, alias);
  return { ...call, value: call.value.find(({ id }) => id === applicationId) ?? null };
}

const withoutApplication = { code: "no_application", message: "The client has no application that could be approved." };

/** What keeps it from approval, in words where we know them (API contract §5.1). */
const words: Record<string, string> = {
  INCOMPLETE_TASK: "a task that is not completed",
  UNRESOLVED_EVENT: "an event that is not resolved",
  SUSPENDED_PROFILE: "a suspended profile",
  UNDETERMINED_RISK: "a risk that is not determined",
};

const blocked = ({ status, blockers }: RemoteApplication) => ({
  code: "not_approved",
  message:
    blockers.length > 0
      ? `Its application was not approved because of ${listInWords([...new Set(blockers)].map((blocker) => words[blocker] ?? blocker))}. A person completes it in Passfort.`
      : `Its application is ${status.toLowerCase().replaceAll("_", " ")} and cannot be approved.`,
});
