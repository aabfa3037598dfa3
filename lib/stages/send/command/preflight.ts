import type { Context } from "../../../context.ts";
import { accountProblem } from "../../../domain/account-problem.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { digestOf } from "../../../seal.ts";
import { heardWorker } from "../../../store/heard-worker.ts";
import { inCallPlaceSoon, noCallPlaceSentence } from "../../../store/in-call-place.ts";
import { knownAccounts } from "../../../store/known-accounts.ts";
import { openConnection } from "../../../store/open-connection.ts";

/** What must be so before anything leaves, each with how to resolve it. Null: all clear. */
export async function preflight(ctx: Context, connectionId: string): Promise<Refusal | null> {
  if (!(await ctx.queue.isUp()))
    return notMet("The job queue does not answer. Start Redis, or check REDIS_URL, and try again.");
  if (!(await heardWorker(ctx.db, ctx.clock.now())))
    return notMet(
      "No worker has been heard in the last 30 seconds, so nothing would be sent. Start the worker (npm start does) and try again.",
    );
  const connection = await openConnection(ctx, connectionId);
  if (!connection) return notMet("The connection of this chunk does not exist any more.");

  // Webhooks may be answered by reads just now.
  const asked = await inCallPlaceSoon(ctx, connectionId, () => ctx.passfort(connection).whoami());
  if (!asked) return notMet(noCallPlaceSentence);
  const who = asked.answer;
  if (!who.ok)
    return notMet(
      `Passfort does not answer on the connection “${connection.name}”: ${who.failure.message} Test the connection in Settings.`,
    );
  const { institutionName } = who.value;
  if (connection.institutionName !== null && connection.institutionName !== institutionName) {
    return notMet(
      `The key of “${connection.name}” now belongs to “${institutionName}”, but was tested as “${connection.institutionName}”. Nothing was sent; an admin must test the connection again.`,
    );
  }
  const secret = ctx.env.CAUSEWAY_SECRET;
  const keyDigest = digestOf(connection.apiKey, secret);
  const others = await knownAccounts(ctx.db, secret, connectionId);
  const problem = accountProblem({ environment: connection.environment, keyDigest, institutionName }, others);
  return problem ? notMet(`${problem} Nothing was sent.`) : null;
}

const notMet = (sentence: string): Refusal => ({ kind: "not_met", sentence });
