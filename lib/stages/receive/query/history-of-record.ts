import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { readRecord as contract } from "../../../contracts/records.ts";
import { fieldLabelOf } from "../../../domain/link-field.ts";
import { listInWords } from "../../../domain/list-words.ts";
import type { Record as StoredRecord } from "../../../store/generated/client.ts";
import { namesOf } from "../../../store/name-of.ts";
import { namesOfPeople } from "../../../store/names-of-people.ts";

type Reply = ReplyOf<typeof contract>;

/** Corrections of this record, and their takings-back, as lines of its history. */
export async function fixesOf(ctx: SignedInContext, record: StoredRecord): Promise<Reply["transitions"]> {
  const { id, fileId, rowNumber } = record;
  const [corrections, cells, file] = await Promise.all([
    ctx.db.correction.findMany({ where: { recordId: id } }),
    ctx.db.cellCorrection.findMany({ where: { fileId, rowNumber } }),
    ctx.db.sourceFile.findUnique({ where: { id: fileId }, select: { columns: true } }),
  ]);
  const cellsByFix = Map.groupBy(cells, ({ fixId }) => fixId);
  const fixes = await ctx.db.fix.findMany({
    where: { id: { in: [...corrections.map(({ fixId }) => fixId), ...cellsByFix.keys()] } },
    take: 200,
  });
  const whatOf = (fix: (typeof fixes)[number]): string => {
    const columns = (cellsByFix.get(fix.id) ?? []).map(
      ({ column }) => `“${file?.columns[column] ?? `column ${column + 1}`}”`,
    );
    return listInWords([...fix.fields.map((key) => fieldLabelOf(record.entityType, key) ?? key), ...columns]);
  };
  const nameOf = await namesOfPeople(
    ctx.db,
    fixes.flatMap(({ byId, undoneById }) => [byId, ...(undoneById ? [undoneById] : [])]),
  );
  return fixes.flatMap((fix) => {
    const { at, byId, undoneAt, undoneById, reason } = fix;
    const what = whatOf(fix);
    const made = {
      at: at.toISOString(),
      what: `${what} corrected${fix.cells > 0 ? " by a return" : ""}`,
      by: nameOf(byId),
      because: reason,
    };
    if (!undoneAt || !undoneById) return [made];
    const because = `It was corrected with the reason: ${reason}`;
    return [
      made,
      { at: undoneAt.toISOString(), what: `Correction of ${what} taken back`, by: nameOf(undoneById), because },
    ];
  });
}

export async function transitionsOf(ctx: SignedInContext, subjectIds: string[]): Promise<Reply["transitions"]> {
  const transitions = await ctx.db.transition.findMany({
    where: { subjectId: { in: subjectIds } },
    orderBy: { id: "asc" },
    take: 200,
  });
  const names = await namesOf(
    ctx.db,
    transitions.map(({ byId }) => byId),
  );
  return transitions.map(({ at, machine, from, to, byId, because }) => ({
    at: at.toISOString(),
    what: `${machine}: ${from} → ${to}`,
    by: byId === null ? "the panel itself" : (names.get(byId) ?? "somebody who left"),
    because,
  }));
}
