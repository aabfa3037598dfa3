import type { SignedInContext } from "../../../context.ts";
import type { BodyOf } from "../../../contracts/contract.ts";
import type { settleByHand as contract } from "../../../contracts/deliveries.ts";
import { chunkSettingsSchema, productAliasOf } from "../../../domain/chunk-settings.ts";
import { entitySchema } from "../../../domain/entity.ts";
import { apiTimeoutMs, settlesInMs } from "../../../domain/lost-call.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import type { PassfortClient } from "../../../passfort/client.ts";
import { inCallPlaceSoon, noCallPlaceSentence } from "../../../store/in-call-place.ts";
import { openConnection } from "../../../store/open-connection.ts";
import { type Finding, readUncertain, settleUncertain, type Uncertain } from "../../../store/settle-by-hand.ts";
import { applicationOf } from "../application-of.ts";
import { dispatchSoon } from "./dispatch-due.ts";
import { readThisOne, unread } from "./is-this-one.ts";
import { settleChunk } from "./settle-chunk.ts";

type Body = BodyOf<typeof contract>;

/**
 * A person says what became of a create whose answer was lost. Passfort is asked before anything is written, and what it
 * contradicts is refused. A worker that takes the client up meanwhile wins; the person is told.
 */
export async function settleByHand(
  ctx: SignedInContext,
  deliveryId: string,
  { finding }: Body,
): Promise<Outcome<{ goesOn: boolean }>> {
  const uncertain = await readUncertain(ctx.db, deliveryId);
  if (!uncertain) return refused("not_found", "There is no such client in a chunk.");
  if (uncertain.status !== "uncertain")
    return refused("not_now", `This client is ${uncertain.status}; only an uncertain one is settled by hand.`);
  if (uncertain.profileId !== null)
    return refused(
      "not_now",
      "Its profile is known. What is uncertain is something that belongs to it; the panel looks that up by itself.",
    );
  const connection = await openConnection(ctx, uncertain.connectionId);
  if (!connection) throw new Error(`The connection ${uncertain.connectionId} of a delivery does not exist.`);
  const passfort = ctx.passfort(connection);
  const asked = await inCallPlaceSoon(ctx, connection.id, () =>
    look[finding.kind](passfort, uncertain, finding, ctx.clock.now()),
  );
  if (!asked) return refused("not_now", noCallPlaceSentence);
  const looked = asked.answer;
  if (!looked.ok) return looked;

  const settled = await settleUncertain(ctx.db, uncertain, looked.value, ctx.operator.id, ctx.clock.now());
  if (settled.word === "taken")
    return refused("not_met", "That profile already belongs to another client of the panel.");
  if (settled.word === "changed")
    return refused("changed_meanwhile", "A worker, or somebody else, took this client up meanwhile. Look again.");
  const chunk = await ctx.db.chunk.findUnique({ where: { id: uncertain.chunkId } });
  if (chunk?.status === "running") await dispatchSoon(ctx, chunk);
  await settleChunk(ctx, uncertain.chunkId);
  return done({ goesOn: settled.word === "queued" });
}

type Look = (
  passfort: PassfortClient,
  uncertain: Uncertain,
  finding: Body["finding"],
  now: Date,
) => Promise<Outcome<Finding>>;

const look: Record<Body["finding"]["kind"], Look> = {
  async is_it(passfort, uncertain, finding) {
    if (finding.kind !== "is_it") throw new Error("A finding was looked up as another kind.");
    const entity = entitySchema.parse(uncertain.entity);
    const read = await readThisOne(passfort, { entity, profileId: finding.profileId, as: "client" });
    if (!read.ok) return read;
    const alias = productAliasOf(chunkSettingsSchema.parse(uncertain.settings), entity.entityType);
    return done({ kind: "is_it", profileId: read.value.id, ...applicationOf(read.value.applications, alias) });
  },

  async not_there(passfort, uncertain, _finding, now) {
    const settlesIn = settlesInMs(uncertain.lastLeftBy, now);
    if (settlesIn > 0)
      return refused(
        "not_now",
        `Passfort may still be at work on the call whose answer was lost: it works on one for up to ${apiTimeoutMs / 1000} s. Look there and say so in ${Math.ceil(settlesIn / 1000)} s.`,
      );
    const call = await passfort.lookUp(entitySchema.parse(uncertain.entity));
    if (!call.ok) return { ok: false, refusal: unread(call.failure) };
    if (call.value.kind === "none") return done({ kind: "not_there" });
    const ids = call.value.kind === "one" ? [call.value.profile.id] : call.value.profileIds;
    return refused(
      "not_met",
      `The panel looked once more and found it: ${ids.slice(0, 5).join(", ")}. Say which profile it is; sending again would make another.`,
    );
  },
};
