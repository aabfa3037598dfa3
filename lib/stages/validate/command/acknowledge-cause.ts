import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { acknowledgeCause as contract } from "../../../contracts/issues.ts";
import { issueCatalogue } from "../../../domain/issue-catalogue.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { tracksBarredBy } from "../../../domain/track-issues.ts";
import { causesOf } from "../../../store/causes.ts";

/** Keeps that a person has looked at a cause of warnings. The same again keeps the newest reason; errors cannot be let go. */
export async function acknowledgeCause(
  ctx: SignedInContext,
  migrationId: string,
  { cause, count, reason }: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const { severity, title } = issueCatalogue[cause.code];
  if (severity !== "warning")
    return refused("invalid_input", `“${title}” is no warning: its clients are corrected or left out.`);
  if (tracksBarredBy(cause.code).length > 0)
    return refused(
      "invalid_input",
      `“${title}” needs no acknowledging: it keeps clients from one track, and says nothing on the other.`,
    );
  const known = (await causesOf(ctx.db, migrationId)).find(
    (each) =>
      each.code === cause.code &&
      each.field === cause.field &&
      each.fileId === cause.fileId &&
      each.role === cause.role,
  );
  if (!known) return refused("not_found", "Nobody has this warning any more.");
  if (known.count > count)
    return refused(
      "changed_meanwhile",
      `It was ${count.toLocaleString("en-GB")} when you looked, and is ${known.count.toLocaleString("en-GB")} now. Look again.`,
    );
  const key = { migrationId, ...cause };
  const said = { count: known.count, reason, byId: ctx.operator.id, at: ctx.clock.now() };
  await ctx.db.acknowledgement.upsert({
    where: { migrationId_code_field_fileId_role: key },
    create: { ...key, ...said },
    update: said,
  });
  return done({});
}
