import type { Context, SignedInContext } from "../../context.ts";
import type {
  addConnection as addConnectionContract,
  testConnection as testConnectionContract,
} from "../../contracts/connections.ts";
import type { BodyOf, ReplyOf } from "../../contracts/contract.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { seal } from "../../seal.ts";
import { openConnection } from "../../store/open-connection.ts";

export async function addConnection(
  ctx: SignedInContext,
  body: BodyOf<typeof addConnectionContract>,
): Promise<Outcome<ReplyOf<typeof addConnectionContract>>> {
  if (await ctx.db.connection.findUnique({ where: { name: body.name } }))
    return refused("not_met", `There is a connection named “${body.name}” already.`);
  if (body.environment !== "simulator" && !body.baseUrl.startsWith("https://")) {
    return refused("invalid_input", "The address of a demo or production account must begin with https://.");
  }
  const secret = ctx.env.CAUSEWAY_SECRET;
  const row = await ctx.db.connection.create({
    data: {
      name: body.name,
      environment: body.environment,
      baseUrl: body.baseUrl.replace(/\/+$/, ""),
      apiKeySealed: seal(body.apiKey, secret),
      webhookSecretSealed: seal(body.webhookSecret, secret),
    },
  });
  return done({ connectionId: row.id });
}

/** Asks whoami (API contract §1.2) and keeps what it says; a failed test keeps what was known. */
export async function testConnection(
  ctx: Context,
  connectionId: string,
): Promise<Outcome<ReplyOf<typeof testConnectionContract>>> {
  const connection = await openConnection(ctx, connectionId);
  if (!connection) return refused("not_found", "There is no such connection.");
  const answer = await ctx.passfort(connection).whoami();
  if (!answer.ok)
    return done({
      ok: false,
      sentence: sentenceByFailure[answer.failure.kind](answer.failure.message),
      institutionName: null,
      keyName: null,
    });
  const { institutionName, keyName } = answer.value;
  await ctx.db.connection.update({
    where: { id: connectionId },
    data: { institutionName, keyName, testedAt: ctx.clock.now() },
  });
  return done({
    ok: true,
    sentence: `Passfort answers as “${institutionName}”${keyName ? ` with the key “${keyName}”` : ""}.`,
    institutionName,
    keyName,
  });
}

const sentenceByFailure = {
  refused: (message: string) => `Passfort refused the test call: ${message}`,
  halted: (message: string) =>
    `The API key is not accepted: ${message} Check the key and that this address may call Passfort.`,
  throttled: () => "Passfort asks us to wait; the key works. Try again in a minute.",
  unreachable: (message: string) => `Passfort cannot be reached: ${message} Check the address and the network.`,
  uncertain: (message: string) => `The answer was lost: ${message} Try again.`,
} as const;
