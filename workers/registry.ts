import type { Context } from "#lib/context.ts";
import type { Registry } from "#lib/queue/consume.ts";
import { runSmoke } from "#lib/settings/smoke/command/run-smoke.ts";
import { unpackDocuments } from "#lib/stages/parse/command/unpack-documents.ts";
import { parseFile } from "#lib/stages/parse/command.ts";
import { sweepProfiles } from "#lib/stages/plan/command/sweep-profiles.ts";
import { settleWebhook } from "#lib/stages/receive/command/settle-webhook.ts";
import { deliver } from "#lib/stages/send/command/deliver.ts";
import { handOf } from "#lib/stages/send/command/hand.ts";
import { recheckFix } from "#lib/stages/validate/command/recheck-fix.ts";
import { checkFile } from "#lib/stages/validate/command.ts";

/** Which command does which job. */
export const registryOf = (ctx: Context, workerId: string): Registry => ({
  parse_file: (job) => parseFile(ctx, job),
  unpack_documents: (job) => unpackDocuments(ctx, job),
  check_file: (job) => checkFile(ctx, job),
  recheck_fix: ({ fixId }) => recheckFix(ctx, fixId),
  deliver: (job) => deliver(ctx, job, handOf(workerId)),
  settle_webhook: ({ webhookEventId }) => settleWebhook(ctx, webhookEventId),
  sweep_profiles: (job) => sweepProfiles(ctx, job),
  smoke_run: (job) => runSmoke(ctx, job),
});
