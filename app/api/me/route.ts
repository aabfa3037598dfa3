import { readMe as contract } from "#lib/contracts/people.ts";
import { handle } from "#lib/http/handle.ts";
import { readMe } from "#lib/settings/people/query.ts";

export const GET = handle(contract, (ctx) => readMe(ctx));
