import type { Failure } from "../../../../domain/failure.ts";
import { differs, type Finding, failedBy, notTried, proved } from "../../finding.ts";
import type { Trial } from "../trial.ts";

/** What ends an application, by the status it has (API contract §5.1). Anything else is at its end, or unknown to us. */
const endByStatus: Readonly<Record<string, "REJECTED" | "CANCELLED">> = {
  APPLIED: "REJECTED",
  APPROVED: "CANCELLED",
  IN_REVIEW: "CANCELLED",
};

/** Tidies up as far as there are calls for it: no profile can be deleted (API contract §2.3). */
export async function rejectApplications(trial: Trial): Promise<Finding> {
  if (trial.made.length === 0) return notTried("Nothing was made.");
  const counts = { REJECTED: 0, CANCELLED: 0, left: [] as string[] };
  for (const profileId of trial.made) {
    const ended = await endAll(trial, profileId);
    if (!ended.ok) return failedBy("An application could not be ended", ended.failure);
    for (const status of ended.statuses) {
      if (status === "REJECTED" || status === "CANCELLED") counts[status] += 1;
      else counts.left.push(status);
    }
    await trial.ctx.db.smokeProfile.updateMany({
      where: { runId: trial.runId, profileId },
      data: { applicationStatus: ended.statuses.join(", ") || null },
    });
  }
  if (counts.left.length > 0)
    return differs(`These applications are still open and have to be ended by hand: ${counts.left.join(", ")}.`);
  return proved(`${counts.REJECTED} rejected, ${counts.CANCELLED} cancelled. The profiles themselves stay.`);
}

type Ended = { ok: true; statuses: string[] } | { ok: false; failure: Failure };

/** A second round, because an application may move between the look and the decision: policy approves by itself. */
async function endAll({ passfort }: Trial, profileId: string): Promise<Ended> {
  for (let round = 1; ; round += 1) {
    const listed = await passfort.listApplications(profileId);
    if (!listed.ok) return listed;
    const open = listed.value.filter(({ status }) => status in endByStatus);
    if (open.length === 0 || round > 2) return { ok: true, statuses: listed.value.map(({ status }) => status) };
    for (const { id, status } of open) {
      const end = endByStatus[status];
      if (!end) continue;
      const decided = await passfort.decide(profileId, id, end);
      if (!decided.ok && (decided.failure.kind !== "refused" || round === 2)) return decided;
    }
  }
}
