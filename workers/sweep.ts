import type { Context } from "#lib/context.ts";
import { faultWords } from "#lib/domain/fault-words.ts";
import { sweepFormerSecrets } from "#lib/settings/connections/command/end-former-secret.ts";
import { sweepSmokeRuns } from "#lib/settings/smoke/command/sweep-smoke-runs.ts";
import { sweepProfileSweeps } from "#lib/stages/plan/command/sweep-profiles.ts";
import { sweepWebhooks } from "#lib/stages/receive/command/sweep-webhooks.ts";
import { sweepDeliveries } from "#lib/stages/send/command/sweep.ts";
import { sweepDocuments, sweepFiles, sweepFixes } from "./sweep-files.ts";

export const sweepEveryMs = 2_000;

const parts = {
  deliveries: sweepDeliveries,
  webhooks: sweepWebhooks,
  files: sweepFiles,
  documents: sweepDocuments,
  fixes: sweepFixes,
  profiles: sweepProfileSweeps,
  smokeRuns: sweepSmokeRuns,
  formerSecrets: sweepFormerSecrets,
};

/** One round over everything the queue may have forgotten. A part that fails does not keep the others from their turn. */
export async function sweep(ctx: Context): Promise<void> {
  for (const [part, round] of Object.entries(parts)) {
    await round(ctx).catch((fault: unknown) =>
      ctx.log.warn("a sweep could not be finished; the next one tries again", {
        part,
        cause: faultWords(fault),
      }),
    );
  }
}
