import { setUp as contract } from "#lib/contracts/people.ts";
import { handle } from "#lib/http/handle.ts";
import { setUp } from "#lib/settings/people/command.ts";

export const POST = handle(contract, (ctx, { body }) => setUp(ctx, body));
