import { faultWords } from "#lib/domain/fault-words.ts";
import type { Logger } from "#lib/log.ts";
import { type Registry, runEntry } from "#lib/queue/consume.ts";
import type { JobName } from "#lib/queue/jobs.ts";

/** Runs one job. What was expected has ended as a row; only our own faults come through here, are logged and told to the queue, without their message. */
export async function runJob(log: Logger, registry: Registry, name: JobName, payload: unknown): Promise<void> {
  try {
    await runEntry(registry, name, payload);
  } catch (fault) {
    log.error("a job failed", {
      job: name,
      ...idsOf(payload),
      cause: faultWords(fault),
    });
    // The queue keeps the message of what is thrown, and that of a fault may quote a person.
    throw new Error(faultWords(fault));
  }
}

/** Payloads are ids and numbers by contract (lib/queue/jobs.ts). */
function idsOf(payload: unknown): Record<string, string | number> {
  const entries = Object.entries(typeof payload === "object" && payload !== null ? payload : {});
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );
}
