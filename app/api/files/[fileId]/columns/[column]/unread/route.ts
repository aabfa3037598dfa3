import * as contracts from "#lib/contracts/mapping.ts";
import { handle } from "#lib/http/handle.ts";
import { countUnread } from "#lib/stages/map/query/count-unread.ts";

export const POST = handle(contracts.countUnread, (ctx, { params, body }) => countUnread(ctx, params, body));
