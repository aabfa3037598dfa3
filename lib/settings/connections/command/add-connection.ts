import type { SignedInContext } from "../../../context.ts";
import type { addConnection as contract } from "../../../contracts/connections.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import { accountProblem } from "../../../domain/account-problem.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { digestOf, seal } from "../../../seal.ts";
import { knownAccounts, lockConnections } from "../../../store/known-accounts.ts";
import { addressProblem } from "../address-problem.ts";
import { plainAddress } from "../plain-address.ts";
import { askWho, type Who } from "./ask-who.ts";
import { refusedField } from "./refused-field.ts";

type Body = BodyOf<typeof contract>;

/**
 * Keeps a connection. A demo or production key must have said whose it is: nothing later could tell a live key among
 * demo connections. A simulator's may be away, and is kept all the same.
 */
export async function addConnection(ctx: SignedInContext, body: Body): Promise<Outcome<ReplyOf<typeof contract>>> {
  const wrong = addressProblem(body.environment, body.baseUrl, ctx.env.SIMULATOR_URL);
  if (wrong) return refusedField("baseUrl", wrong);
  const asked = await askWho(ctx, body);
  if (!asked.ok && body.environment !== "simulator") return asked;
  const who = asked.ok ? asked.value : null;
  if (who && body.seenInstitution !== undefined && body.seenInstitution !== who.institutionName)
    return refused("changed_meanwhile", `The key now answers as “${who.institutionName}”. Look again.`);
  return keep(ctx, body, who);
}

async function keep(ctx: SignedInContext, body: Body, who: Who | null): Promise<Outcome<ReplyOf<typeof contract>>> {
  const secret = ctx.env.CAUSEWAY_SECRET;
  const keyDigest = digestOf(body.apiKey, secret);
  return ctx.db.$transaction(async (tx) => {
    await lockConnections(tx);
    if (await tx.connection.findUnique({ where: { name: body.name } }))
      return refused("not_met", `There is a connection named “${body.name}” already.`);
    const others = await knownAccounts(tx, secret, null);
    const account = { environment: body.environment, keyDigest, institutionName: who?.institutionName ?? null };
    const problem = accountProblem(account, others);
    if (problem) return refusedField("apiKey", `${problem} Nothing was kept.`);
    const now = ctx.clock.now();
    const row = await tx.connection.create({
      data: {
        name: body.name,
        environment: body.environment,
        baseUrl: plainAddress(body.baseUrl),
        apiKeySealed: seal(body.apiKey, secret),
        apiKeyDigest: keyDigest,
        apiKeySetAt: now,
        webhookSecretSealed: seal(body.webhookSecret, secret),
        webhookSecretSetAt: now,
        ...(who && { institutionName: who.institutionName, keyName: who.keyName, testedAt: now }),
      },
    });
    return done({ connectionId: row.id });
  });
}
