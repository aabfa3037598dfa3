import type { Context } from "../../../context.ts";
import type { testConnection as contract } from "../../../contracts/connections.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import { accountProblem } from "../../../domain/account-problem.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { digestOf, opensWith } from "../../../seal.ts";
import { inCallPlaceSoon, noCallPlaceSentence } from "../../../store/in-call-place.ts";
import { knownAccounts } from "../../../store/known-accounts.ts";
import { openConnection } from "../../../store/open-connection.ts";
import { failureWords, whoWords } from "../who-words.ts";

/** Asks whoami (API contract §1.2) and keeps what it says; a failed test keeps what was known. */
export async function tryConnection(ctx: Context, connectionId: string): Promise<Outcome<ReplyOf<typeof contract>>> {
  const secret = ctx.env.CAUSEWAY_SECRET;
  const row = await ctx.db.connection.findUnique({ where: { id: connectionId }, select: { apiKeySealed: true } });
  if (!row) return refused("not_found", "There is no such connection.");
  if (!opensWith(row.apiKeySealed, secret)) return done(failed(lostSecretSentence));
  const connection = await openConnection(ctx, connectionId);
  if (!connection) return refused("not_found", "There is no such connection.");

  const called = await inCallPlaceSoon(ctx, connectionId, () => ctx.passfort(connection).whoami());
  if (!called) return done(failed(noCallPlaceSentence));
  const { answer } = called;
  if (!answer.ok) return done(failed(failureWords[answer.failure.kind](answer.failure.message)));
  const { institutionName, keyName } = answer.value;
  const keyDigest = digestOf(connection.apiKey, secret);
  const others = await knownAccounts(ctx.db, secret, connectionId);
  const problem = accountProblem({ environment: connection.environment, keyDigest, institutionName }, others);
  if (problem) return done(failed(`${problem} Nothing may be sent through this connection.`));
  await ctx.db.connection.update({
    where: { id: connectionId },
    data: { institutionName, keyName, testedAt: ctx.clock.now(), apiKeyDigest: keyDigest },
  });
  return done({ ok: true, sentence: whoWords({ institutionName, keyName }), institutionName, keyName });
}

const failed = (sentence: string) => ({ ok: false, sentence, institutionName: null, keyName: null });

const lostSecretSentence =
  "The key cannot be opened: CAUSEWAY_SECRET is not the one it was sealed with. Put the secret back, or enter the API key and the webhook secret again.";
