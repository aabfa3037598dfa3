import type { SignedInContext } from "../../../context.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { openConnection } from "../../../store/open-connection.ts";
import { addressProblem } from "../address-problem.ts";
import { plainAddress } from "../plain-address.ts";
import { askWho } from "./ask-who.ts";
import { otherAccountSentence } from "./other-account-sentence.ts";
import { refusedField } from "./refused-field.ts";

/** Another way to the same account: the key must answer there as the institution it is known by. */
export async function changeAddress(
  ctx: SignedInContext,
  connectionId: string,
  baseUrl: string,
): Promise<Outcome<Record<string, never>>> {
  const connection = await openConnection(ctx, connectionId);
  if (!connection) return refused("not_found", "There is no such connection.");
  const wrong = addressProblem(connection.environment, baseUrl, ctx.env.SIMULATOR_URL);
  if (wrong) return refusedField("baseUrl", wrong);
  const who = await askWho(ctx, { ...connection, baseUrl });
  if (!who.ok)
    return {
      ok: false,
      refusal: { kind: "not_met", sentence: who.refusal.sentence },
    };
  const known = connection.institutionName;
  if (known !== null && known !== who.value.institutionName)
    return refusedField("baseUrl", otherAccountSentence(connection.name, known, who.value.institutionName));
  await ctx.db.connection.update({
    where: { id: connectionId },
    data: { baseUrl: plainAddress(baseUrl), ...who.value, testedAt: ctx.clock.now() },
  });
  return done({});
}
