import type { Context } from "../../../context.ts";
import { webhookEventMachine } from "../../../domain/webhook-event.ts";
import { inCallPlace } from "../../../store/in-call-place.ts";
import { openConnection } from "../../../store/open-connection.ts";
import { transition, transitionMany } from "../../../store/transition.ts";
import { manualActionEvent, needsPerson } from "../needs-person.ts";

/**
 * Settles a stored knock: whose profile is it, and how does Passfort see it now? The event's own words are not trusted;
 * the profile is read. All events of the same profile that lie here are settled by this one read.
 */
export async function settleWebhook(
  ctx: Context,
  webhookEventId: string,
): Promise<"matched" | "unmatched" | "ignored" | "left_alone"> {
  const event = await ctx.db.webhookEvent.findUnique({ where: { id: webhookEventId } });
  if (!event || (event.status !== "received" && event.status !== "unmatched")) return "left_alone";
  if (!event.profileId) {
    await transition(ctx.db, webhookEventMachine, {
      id: event.id,
      to: "ignored",
      byId: null,
      because: "it names no profile",
    });
    return "ignored";
  }
  const { connectionId, profileId } = event;
  const delivery = await ctx.db.delivery.findFirst({
    where: { connectionId, profileId },
    select: { id: true, applicationId: true },
  });
  if (!delivery) {
    // Perhaps it was faster than the answer to our own create: the sweep looks again when a delivery learns this profile.
    await transition(ctx.db, webhookEventMachine, {
      id: event.id,
      from: "received",
      to: "unmatched",
      byId: null,
      because: "no delivery has this profile yet",
    });
    return "unmatched";
  }
  const waiting = await ctx.db.webhookEvent.findMany({
    where: { connectionId, profileId, status: { in: ["received", "unmatched"] } },
    select: { id: true },
  });
  if (!(await refresh(ctx, { connectionId, profileId, ...delivery }))) return "left_alone";
  await transitionMany(ctx.db, webhookEventMachine, {
    ids: waiting.map(({ id }) => id),
    to: "matched",
    byId: null,
    because: "its profile is one of ours; the present remote state was read",
    set: { deliveryId: delivery.id },
  });
  return "matched";
}

/** Reads how Passfort sees the profile now. False: it could not be read; the event waits for the next sweep. */
async function refresh(
  ctx: Context,
  place: { id: string; connectionId: string; profileId: string; applicationId: string | null },
): Promise<boolean> {
  const connection = await openConnection(ctx, place.connectionId);
  if (!connection) return false;
  const { connectionId, profileId } = place;
  const called = await inCallPlace(ctx, connectionId, () => ctx.passfort(connection).readProfile(profileId));
  if (!called) return false;
  const read = called.answer;
  if (!read.ok) {
    ctx.log.warn("a profile could not be read for a webhook", { deliveryId: place.id, code: read.failure.code });
    return false;
  }
  const { applications } = read.value;
  const application = applications.find(({ id }) => id === place.applicationId) ?? applications[0];
  const asked = await ctx.db.webhookEvent.count({
    where: { connectionId: place.connectionId, profileId: place.profileId, event: manualActionEvent },
  });
  await ctx.db.delivery.update({
    where: { id: place.id },
    data: {
      applicationId: application?.id ?? null,
      applicationStatus: application?.status ?? null,
      needsPerson: needsPerson(application?.status ?? null, asked > 0),
    },
  });
  return true;
}
