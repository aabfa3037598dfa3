import type { SignedInContext } from "../../../context.ts";
import type { introduceKey as contract } from "../../../contracts/connections.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import { accountProblem } from "../../../domain/account-problem.ts";
import { done, type Outcome } from "../../../domain/refusal.ts";
import { digestOf } from "../../../seal.ts";
import { knownAccounts } from "../../../store/known-accounts.ts";
import { addressProblem } from "../address-problem.ts";
import { whoWords } from "../who-words.ts";
import { askWho } from "./ask-who.ts";
import { refusedField } from "./refused-field.ts";

/** Shows a person whose key they typed, before anything is kept. */
export async function introduceKey(
  ctx: SignedInContext,
  body: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const wrong = addressProblem(body.environment, body.baseUrl, ctx.env.SIMULATOR_URL);
  if (wrong) return refusedField("baseUrl", wrong);
  const who = await askWho(ctx, body);
  if (!who.ok) return who;
  const { institutionName, keyName } = who.value;
  const keyDigest = digestOf(body.apiKey, ctx.env.CAUSEWAY_SECRET);
  const others = await knownAccounts(ctx.db, ctx.env.CAUSEWAY_SECRET, null);
  const problem = accountProblem({ environment: body.environment, keyDigest, institutionName }, others);
  if (problem) return refusedField("apiKey", `${problem} Nothing was kept.`);
  return done({ sentence: whoWords(who.value), institutionName, keyName });
}
