import { readMigration as contract } from "#lib/contracts/migrations.ts";
import { handle } from "#lib/http/handle.ts";
import { readMigration } from "#lib/overview/query.ts";

export const GET = handle(contract, (ctx, { params }) => readMigration(ctx, params.migrationId));
