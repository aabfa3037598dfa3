import { fingerprintOf } from "#components/source/fingerprint.ts";
import { ProblemError, urlOf } from "#lib/client/call.ts";
import { problemSchema, type ReplyOf } from "#lib/contracts/contract.ts";
import { takeInReturn } from "#lib/contracts/returns.ts";

/** Sends the raw bytes of a corrected problem sheet. Throws a ProblemError. */
export async function sendReturn(migrationId: string, file: File): Promise<ReplyOf<typeof takeInReturn>> {
  const sha256 = await fingerprintOf(file);
  const response = await fetch(urlOf(takeInReturn, { params: { migrationId } }), {
    method: takeInReturn.method,
    headers: {
      "content-type": "application/octet-stream",
      "x-file-name": encodeURIComponent(file.name),
      "x-file-sha256": sha256,
    },
    body: file,
  }).catch(() => undefined);
  if (!response) throw new ProblemError({ kind: "unreachable", sentence: brokenOff }, 0);
  const reply: unknown = await response.json().catch(() => null);
  const taken = takeInReturn.reply.safeParse(reply);
  if (response.ok && taken.success) return taken.data;
  const problem = problemSchema.safeParse(reply);
  throw new ProblemError(
    problem.success
      ? problem.data
      : { kind: "fault", sentence: `The panel did not take the file (HTTP ${response.status}). Try again.` },
    response.status,
  );
}

const brokenOff =
  "The file could not be sent, and nothing of it was kept. Check the network, and that the file is still where it was and not open elsewhere; then try again.";
