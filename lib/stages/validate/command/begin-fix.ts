import type { Context, SignedInContext } from "../../../context.ts";
import { fieldsOfAll } from "../../../domain/fixable.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import type { Tx } from "../../../store/client.ts";
import { keepFix } from "../../../store/corrections.ts";
import { kindsOf } from "../../../store/fixable.ts";
import type { SourceFile } from "../../../store/generated/client.ts";
import { unreadBecause } from "../unread-because.ts";
import { recheckedAtOnce, recheckNext } from "./recheck-fix.ts";
import { recheckRecords } from "./recheck-records.ts";
import { RolledBack } from "./rolled-back.ts";

type Asked = { file: SourceFile; ids: readonly string[]; field: string; text: string; reason: string };

/**
 * Keeps that one field of these records of a file is this text, in the caller's transaction that holds the file. Refused when it is no field
 * of all of them, or cannot be read for the first of each kind. A few are checked again at once; `isDone` false: a worker is to be called.
 */
export async function beginFix(
  ctx: SignedInContext,
  tx: Tx,
  { file, ids, field: key, text, reason }: Asked,
): Promise<Outcome<{ fixId: string; isDone: boolean }>> {
  const kinds = await kindsOf(tx, ids);
  const field = fieldsOfAll(kinds).find((each) => each.key === key);
  if (!field)
    return refused(
      "invalid_input",
      `“${key}” is no field of all these records. Choose another field, or fewer records.`,
    );
  const { migrationId, id: fileId } = file;
  const fixId = await keepFix(tx, {
    migrationId,
    fileId,
    reason,
    byId: ctx.operator.id,
    recordIds: ids,
    texts: { [key]: text },
  });
  const firsts = kinds.map(({ first }) => first);
  for (const became of (await recheckRecords(ctx, tx, file, firsts)).values()) {
    const sentence = unreadBecause(became, field, text);
    if (sentence) throw new RolledBack({ kind: "invalid_input", sentence, fields: { text: sentence } });
  }
  const isDone = ids.length <= recheckedAtOnce;
  if (isDone) await recheckNext(ctx, tx, { fix: await tx.fix.findUniqueOrThrow({ where: { id: fixId } }), file });
  return done({ fixId, isDone });
}

/** The row says what is left to do; a worker finds it also when the queue is down. */
export async function callWorker(ctx: Context, fixId: string, isUndone: boolean): Promise<void> {
  await ctx.queue
    .dispatch("recheck_fix", { fixId, isUndone })
    .catch(() => ctx.log.warn("the queue is down; a worker will find the correction by its row", { fixId }));
}
