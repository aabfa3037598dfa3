import type { SignedInContext } from "../../../context.ts";
import type {
  excludeChosen as excludeContract,
  fixChosen as fixContract,
  includeChosen as includeContract,
} from "../../../contracts/chosen-records.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import { markOfGroups } from "../../../domain/chosen-mark.ts";
import { beingChecked } from "../../../domain/fixable.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { type Chosen, type ChosenGroup, chosenOf, groupsOfChosen, idsOfChosen } from "../../../store/chosen-records.ts";
import type { Tx } from "../../../store/client.ts";
import { lockFile } from "../../../store/lock-file.ts";
import { beginFix, callWorker } from "./begin-fix.ts";
import { excludeAndJudge, includeAndJudge } from "./exclusions.ts";
import { orRefused } from "./rolled-back.ts";

const waitMs = 2_000;
const longMs = { timeout: 600_000, maxWait: 10_000 };
type Seen = Pick<BodyOf<typeof includeContract>, "chosen" | "mark" | "count">;

/** Says what one field is for all chosen records of a file; a few are checked again at once, many by a worker. Undone as a whole, like any fix. */
export async function fixChosen(
  ctx: SignedInContext,
  migrationId: string,
  body: BodyOf<typeof fixContract>,
): Promise<Outcome<ReplyOf<typeof fixContract>>> {
  const chosen = await chosenOf(ctx.db, migrationId, body.chosen);
  const files = new Set((await groupsOfChosen(ctx.db, migrationId, chosen)).map(({ fileId }) => fileId));
  const [fileId] = files;
  if (fileId === undefined) return refused("not_found", nobody);
  if (files.size > 1)
    return refused(
      "invalid_input",
      "These records are of several files. Choose one file in the list, then change its records.",
    );
  const outcome = await orRefused(
    ctx.db.$transaction(async (tx): Promise<Outcome<ReplyOf<typeof fixContract>>> => {
      if (!(await lockFile(tx, fileId, waitMs))) return refused("not_now", beingChecked);
      const file = await tx.sourceFile.findUniqueOrThrow({ where: { id: fileId } });
      if (file.checkingVersion !== null) return refused("not_now", beingChecked);
      const looked = await lookedAt(tx, migrationId, chosen, body);
      if (!looked.ok) return looked;
      const { held } = looked.value;
      const ids = await idsOfChosen(tx, migrationId, chosen, "fixable");
      if (ids.length === 0) return refused("not_now", stays(looked.value));
      const { field, text, reason } = body;
      const begun = await beginFix(ctx, tx, { file, ids, field, text, reason });
      return begun.ok ? done({ ...begun.value, records: ids.length, held }) : begun;
    }, longMs),
  );
  if (outcome.ok && !outcome.value.isDone) await callWorker(ctx, outcome.value.fixId, false);
  return outcome;
}

/** Leaves all chosen records out that are not, as one act. */
export async function excludeChosen(
  ctx: SignedInContext,
  migrationId: string,
  body: BodyOf<typeof excludeContract>,
): Promise<Outcome<ReplyOf<typeof excludeContract>>> {
  const chosen = await chosenOf(ctx.db, migrationId, body.chosen);
  return ctx.db.$transaction(async (tx): Promise<Outcome<ReplyOf<typeof excludeContract>>> => {
    const looked = await lookedAt(tx, migrationId, chosen, body);
    if (!looked.ok) return looked;
    const ids = await idsOfChosen(tx, migrationId, chosen, "fixable");
    if (ids.length === 0) return refused("not_now", stays(looked.value));
    const excludedIds = await excludeAndJudge(ctx, tx, { migrationId, ids, reason: body.reason });
    return done({ excluded: excludedIds.length, held: looked.value.held });
  }, longMs);
}

/** Takes all chosen records back in that are left out. */
export async function includeChosen(
  ctx: SignedInContext,
  migrationId: string,
  body: BodyOf<typeof includeContract>,
): Promise<Outcome<ReplyOf<typeof includeContract>>> {
  const chosen = await chosenOf(ctx.db, migrationId, body.chosen);
  return ctx.db.$transaction(async (tx): Promise<Outcome<ReplyOf<typeof includeContract>>> => {
    const looked = await lookedAt(tx, migrationId, chosen, body);
    if (!looked.ok) return looked;
    if (looked.value.excluded === 0) return refused("not_now", "None of these records is left out.");
    const ids = await idsOfChosen(tx, migrationId, chosen, "excluded");
    return done({ included: await includeAndJudge(ctx, tx, migrationId, ids) });
  }, longMs);
}

type Looked = Pick<ChosenGroup, "held" | "excluded" | "unchecked">;

/** Are these the records that the person saw, saying what they said then? */
async function lookedAt(tx: Tx, migrationId: string, chosen: Chosen, { mark, count }: Seen): Promise<Outcome<Looked>> {
  const groups = await groupsOfChosen(tx, migrationId, chosen);
  const sum = (part: "records" | keyof Looked) => groups.reduce((all, group) => all + group[part], 0);
  const records = sum("records");
  if (records === 0) return refused("not_found", nobody);
  if (markOfGroups(groups) !== mark || records !== count)
    return refused(
      "changed_meanwhile",
      `These records changed since you looked: somebody corrected some, or others fit the list now. There are ${records.toLocaleString("en-GB")}. Look again, then decide.`,
    );
  return done({ held: sum("held"), excluded: sum("excluded"), unchecked: sum("unchecked") });
}

const nobody = "Nobody fits what you chose any more.";

function stays({ held, unchecked }: Looked): string {
  if (held > 0)
    return "A submitted chunk holds all of them, and they stay as its approver saw them. Take the chunk back first.";
  return unchecked > 0 ? beingChecked : "All of them are left out already.";
}
