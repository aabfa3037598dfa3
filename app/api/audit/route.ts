import { listAudit as contract } from "#lib/contracts/people.ts";
import { handle } from "#lib/http/handle.ts";
import { listAudit } from "#lib/settings/audit/query.ts";

export const GET = handle(contract, (ctx, { query }) => listAudit(ctx, query));
