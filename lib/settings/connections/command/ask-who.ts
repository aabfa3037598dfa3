import type { Context } from "../../../context.ts";
import type { Environment } from "../../../domain/connection.ts";
import { done, type Outcome } from "../../../domain/refusal.ts";
import { failureWords } from "../who-words.ts";

export type Who = { institutionName: string; keyName: string | null };

/** Whose key this is (API contract §1.2), asked before it is kept. */
export async function askWho(
  ctx: Context,
  account: { environment: Environment; baseUrl: string; apiKey: string },
): Promise<Outcome<Who>> {
  // Not under a connection's own id: the calls under way there go on with their key.
  const answer = await ctx.passfort({ id: "introduction", ...account }).whoami();
  if (answer.ok) return done({ institutionName: answer.value.institutionName, keyName: answer.value.keyName });
  const sentence = `${failureWords[answer.failure.kind](answer.failure.message)} Nothing was kept.`;
  if (answer.failure.kind === "halted" || answer.failure.kind === "refused")
    return { ok: false, refusal: { kind: "invalid_input", sentence, fields: { apiKey: sentence } } };
  return { ok: false, refusal: { kind: "not_met", sentence } };
}
