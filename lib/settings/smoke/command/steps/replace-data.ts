import { z } from "zod";
import { differs, type Finding, failedBy, notTried, proved } from "../../finding.ts";
import type { Trial } from "../trial.ts";

const phone = "+44 20 7946 0958";
const contact = z.object({ contact_details: z.record(z.string(), z.unknown()).default({}) });

/** Reads, adds a telephone number, writes everything back with the ETag, reads again (API contract §9). */
export async function replaceData(trial: Trial): Promise<Finding> {
  const { individualId, passfort } = trial;
  if (!individualId) return notTried("No individual was created.");
  const before = await passfort.readData(individualId);
  if (!before.ok) return failedBy("The collected data could not be read", before.failure);
  if (before.value.etag === null)
    return differs("Collected data comes without an ETag, so nothing can be replaced safely.");
  trial.outdated = before.value;

  const data = { ...before.value.data, contact_details: { ...contactOf(before.value.data), phone_number: phone } };
  const replaced = await passfort.replaceData(individualId, { data, etag: before.value.etag });
  if (!replaced.ok) return failedBy("The collected data could not be replaced", replaced.failure);
  if (replaced.value.kind === "conflict")
    return differs(
      "The ETag that was just read was refused as out of date: somebody or something else wrote meanwhile.",
    );
  const after = await passfort.readData(individualId);
  if (!after.ok) return failedBy("The collected data could not be read again", after.failure);
  if (contactOf(after.value.data).phone_number === undefined)
    return differs("The write was answered as done, but the telephone number is not there.");
  if (after.value.etag === before.value.etag) return differs("The data was replaced, but its ETag stayed the same.");
  return proved(`The data was replaced, and the ETag changed from ${before.value.etag} to ${after.value.etag}.`);
}

function contactOf(data: unknown): Record<string, unknown> {
  const parsed = contact.safeParse(data);
  return parsed.success ? parsed.data.contact_details : {};
}
