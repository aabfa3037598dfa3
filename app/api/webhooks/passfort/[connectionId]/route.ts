import { connectionParams } from "#lib/contracts/contract.ts";
import { faultResponse } from "#lib/http/problem-of.ts";
import { textUpTo } from "#lib/http/text-up-to.ts";
import { webContext } from "#lib/http/web-context.ts";
import { storeWebhook, type WebhookAnswer } from "#lib/stages/receive/command/store-webhook.ts";

/** A batch has at most a hundred messages (API contract §8.4); this is room for all of them. */
const bodyBytesMax = 1024 * 1024;

/** Passfort counts anything but 200 as "not delivered" and stalls everything behind it, so unknown events are taken too. */
const statusByAnswer: Record<WebhookAnswer, number> = {
  stored: 200,
  forged: 401,
  unreadable: 400,
  unknown_connection: 404,
};

export async function POST(request: Request, route: { params: Promise<Record<string, string>> }): Promise<Response> {
  try {
    const asked = connectionParams.safeParse(await route.params);
    if (!asked.success) return new Response(null, { status: statusByAnswer.unknown_connection });
    const body = await textUpTo(request, bodyBytesMax);
    if (body === null) return new Response(null, { status: 413 });
    const answer = await storeWebhook(webContext().ctx, asked.data.connectionId, {
      body,
      authorization: request.headers.get("authorization"),
    });
    return new Response(null, { status: statusByAnswer[answer] });
  } catch (fault) {
    return faultResponse(webContext().ctx.log, "POST /api/webhooks/passfort/:connectionId", fault);
  }
}
