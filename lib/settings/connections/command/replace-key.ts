import type { SignedInContext } from "../../../context.ts";
import { accountProblem } from "../../../domain/account-problem.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { digestOf, opensWith, seal } from "../../../seal.ts";
import { knownAccounts, lockConnections } from "../../../store/known-accounts.ts";
import { askWho } from "./ask-who.ts";
import { otherAccountSentence } from "./other-account-sentence.ts";
import { refusedField } from "./refused-field.ts";

/** Another key of the same account. The old one is overwritten; revoking it is done in Passfort. */
export async function replaceKey(
  ctx: SignedInContext,
  connectionId: string,
  apiKey: string,
): Promise<Outcome<Record<string, never>>> {
  const secret = ctx.env.CAUSEWAY_SECRET;
  // The row, not its open key: after a lost secret this is how it is put right.
  const row = await ctx.db.connection.findUnique({ where: { id: connectionId } });
  if (!row) return refused("not_found", "There is no such connection.");
  const who = await askWho(ctx, { environment: row.environment, baseUrl: row.baseUrl, apiKey });
  if (!who.ok) return who;
  const { institutionName, keyName } = who.value;
  if (row.institutionName !== null && row.institutionName !== institutionName)
    return refusedField("apiKey", otherAccountSentence(row.name, row.institutionName, institutionName));
  const keyDigest = digestOf(apiKey, secret);
  return ctx.db.$transaction(async (tx) => {
    await lockConnections(tx);
    const others = await knownAccounts(tx, secret, connectionId);
    const problem = accountProblem({ environment: row.environment, keyDigest, institutionName }, others);
    if (problem) return refusedField("apiKey", `${problem} Nothing was kept.`);
    // Done twice: the second time changes nothing, not even the date.
    if (row.apiKeyDigest === keyDigest && opensWith(row.apiKeySealed, secret)) return done({});
    const now = ctx.clock.now();
    const kept = await tx.connection.updateMany({
      where: { id: connectionId },
      data: {
        apiKeySealed: seal(apiKey, secret),
        apiKeyDigest: keyDigest,
        apiKeySetAt: now,
        institutionName,
        keyName,
        testedAt: now,
      },
    });
    return kept.count === 1 ? done({}) : refused("not_found", "There is no such connection.");
  });
}
