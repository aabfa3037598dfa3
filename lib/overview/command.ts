import type { SignedInContext } from "../context.ts";
import type { BodyOf, ReplyOf } from "../contracts/contract.ts";
import type { createMigration as createMigrationContract } from "../contracts/migrations.ts";
import { done, type Outcome } from "../domain/refusal.ts";

export async function createMigration(
  ctx: SignedInContext,
  body: BodyOf<typeof createMigrationContract>,
): Promise<Outcome<ReplyOf<typeof createMigrationContract>>> {
  const row = await ctx.db.migration.create({ data: { ...body, createdById: ctx.operator.id } });
  return done({ migrationId: row.id });
}
