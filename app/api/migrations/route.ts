import { createMigration as createContract, listMigrations as listContract } from "#lib/contracts/migrations.ts";
import { handle } from "#lib/http/handle.ts";
import { createMigration } from "#lib/overview/command.ts";
import { listMigrations } from "#lib/overview/query.ts";

export const GET = handle(listContract, (ctx) => listMigrations(ctx));
export const POST = handle(createContract, (ctx, { body }) => createMigration(ctx, body));
