import { differs, type Finding, failedBy, notTried, proved } from "../../finding.ts";
import type { Trial } from "../trial.ts";

/** Writes with the ETag from before the last write; what it would write is what stood there then (API contract §9). */
export async function writeOutdated({ individualId, outdated, passfort }: Trial): Promise<Finding> {
  if (!individualId || !outdated) return notTried("No data was replaced before.");
  const answer = await passfort.replaceData(individualId, outdated);
  if (!answer.ok) return failedBy("The write was neither taken nor refused as out of date", answer.failure);
  if (answer.value.kind === "replaced")
    return differs(
      "A write with an ETag that is out of date was taken. Changes of others could be overwritten unseen: raise this with Passfort before going live.",
    );
  return proved(
    "A write with an ETag that is out of date is refused with 412, and the present data and ETag come with it.",
  );
}
