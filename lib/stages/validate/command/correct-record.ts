import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { correctRecord as contract } from "../../../contracts/fixes.ts";
import { beingChecked, fixableFieldsOf, fixedBecause } from "../../../domain/fixable.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { keepFix, seenOf } from "../../../store/corrections.ts";
import { isHeld, placeOfRecord } from "../../../store/fixable.ts";
import { lockFile } from "../../../store/lock-file.ts";
import { unreadBecause } from "../unread-because.ts";
import { recheckRecords } from "./recheck-records.ts";
import { orRefused, RolledBack } from "./rolled-back.ts";

const waitMs = 2_000;
const limits = { timeout: 60_000, maxWait: 10_000 };

/**
 * Keeps what a person says fields of one record are, and checks it and its doubles again, in one transaction. Refused when it changed since
 * the person looked, and when a text cannot be what its field needs: nothing is kept then.
 */
export async function correctRecord(
  ctx: SignedInContext,
  recordId: string,
  { seen, texts, reason }: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  return orRefused(
    ctx.db.$transaction(async (tx): Promise<Outcome<ReplyOf<typeof contract>>> => {
      const known = await tx.record.findUnique({ where: { id: recordId }, select: { fileId: true } });
      if (!known) return refused("not_found", "There is no such client.");
      if (!(await lockFile(tx, known.fileId, waitMs))) return refused("not_now", beingChecked);
      const record = await tx.record.findUnique({ where: { id: recordId } });
      const file = await tx.sourceFile.findUniqueOrThrow({ where: { id: known.fileId } });
      if (!record || file.checkingVersion !== null) return refused("not_now", beingChecked);
      const because = fixedBecause({ ...record, isHeld: await isHeld(tx, recordId) });
      if (because) return refused("not_now", because);
      if ((await seenOf(tx, record)) !== seen)
        return refused(
          "changed_meanwhile",
          "This client was corrected by somebody else, or its mapping changed, since you looked. See what stands there now, then correct it.",
        );
      const fields = fixableFieldsOf({ ...record, place: await placeOfRecord(tx, recordId) });
      const unknown = Object.keys(texts).filter((key) => !fields.some((field) => field.key === key));
      if (unknown.length > 0)
        return refused("invalid_input", `${unknown.join(", ")} cannot be corrected: it is no field of this record.`);
      const { migrationId, fileId } = record;
      const fixId = await keepFix(tx, {
        migrationId,
        fileId,
        reason,
        byId: ctx.operator.id,
        recordIds: [recordId],
        texts,
      });
      const became = (await recheckRecords(ctx, tx, file, [recordId])).get(recordId);
      if (!became) throw new RolledBack({ kind: "not_now", sentence: "Its row makes this record no more." });
      const unread = fields.flatMap((field) => {
        const sentence = field.key in texts && unreadBecause(became, field, texts[field.key] ?? "");
        return sentence ? [[field.key, sentence] as const] : [];
      });
      if (unread.length > 0)
        throw new RolledBack({
          kind: "invalid_input",
          sentence: unread.map(([, sentence]) => sentence).join(" "),
          fields: Object.fromEntries(unread),
        });
      await tx.fix.update({ where: { id: fixId }, data: { rechecked: 1 } });
      const { readiness } = await tx.record.findUniqueOrThrow({ where: { id: recordId } });
      return done({ fixId, readiness, issues: await tx.issue.count({ where: { recordId } }) });
    }, limits),
  );
}
