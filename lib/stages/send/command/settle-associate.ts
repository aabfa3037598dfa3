import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { settleAssociate as contract } from "../../../contracts/gaps.ts";
import { entitySchema } from "../../../domain/entity.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { inCallPlaceSoon, noCallPlaceSentence } from "../../../store/in-call-place.ts";
import { longTransaction } from "../../../store/lock-chunk.ts";
import { openConnection } from "../../../store/open-connection.ts";
import { requeueGaps } from "../../../store/requeue-gaps.ts";
import { isTakenProfile, readUndecidedAssociate, settleAssociate as settle } from "../../../store/settle-associate.ts";
import { dispatchSoon } from "./dispatch-due.ts";
import { goOnWithGaps } from "./go-on-with-gaps.ts";
import { readThisOne } from "./is-this-one.ts";

/**
 * A person says which of several profiles an associate is. Passfort is asked before anything is written, and what it contradicts is refused. Then
 * the client goes on with what waited for it: the link, and whatever stands below.
 */
export async function settleAssociate(
  ctx: SignedInContext,
  chunkId: string,
  { stepId, profileId, reason }: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const associate = await readUndecidedAssociate(ctx.db, chunkId, stepId);
  if (!associate) return settledMeanwhile;
  const connection = await openConnection(ctx, associate.connectionId);
  if (!connection) throw new Error(`The connection ${associate.connectionId} of a delivery does not exist.`);
  const entity = { ...entitySchema.parse(associate.entity), reference: associate.reference };
  const asked = await inCallPlaceSoon(ctx, connection.id, () =>
    readThisOne(ctx.passfort(connection), { entity, profileId, as: "associate" }),
  );
  if (!asked) return refused("not_now", noCallPlaceSentence);
  const read = asked.answer;
  if (!read.ok) return read;

  const scope = { chunkId, deliveryId: associate.deliveryId };
  const outcome = await ctx.db.$transaction(async (tx): Promise<Outcome<ReplyOf<typeof contract>>> => {
    const now = ctx.clock.now();
    let isTaken = false;
    const maySettle = async () => {
      if (!(await readUndecidedAssociate(tx, chunkId, stepId))) return false;
      isTaken = await isTakenProfile(tx, associate.connectionId, read.value.id);
      return !isTaken;
    };
    const goesOn = await goOnWithGaps(ctx, tx, scope, maySettle);
    if (!goesOn.ok) return goesOn;
    if (!goesOn.value) return isTaken ? takenElsewhere : settledMeanwhile;
    // While its gap still stands: what else is missing waits for it, and would not be sent for itself.
    await requeueGaps(tx, scope, ctx.operator.id, now);
    await settle(tx, stepId, {
      profileId: read.value.id,
      words: `${ctx.operator.name} said which profile it is: “${reason}”.`,
      now,
    });
    return done({});
  }, longTransaction);
  const chunk = outcome.ok ? await ctx.db.chunk.findUnique({ where: { id: chunkId } }) : null;
  if (chunk) await dispatchSoon(ctx, chunk);
  return outcome;
}

const takenElsewhere = refused("not_met", "That profile already belongs to another client or associate of the panel.");

const settledMeanwhile = refused(
  "changed_meanwhile",
  "This associate has not several profiles any more: it was settled or sent again meanwhile. Look again.",
);
