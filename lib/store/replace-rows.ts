import type { EntityType } from "../domain/entity.ts";
import { recordIdOf } from "../domain/record-id.ts";
import { type CheckedFile, noTotals } from "./check-lines.ts";
import type { Tx } from "./client.ts";
import { executeOn } from "./execute.ts";
import { refreshDuplicates } from "./refresh-duplicates.ts";
import { refreshLinks, standInFamilies } from "./refresh-links.ts";
import { doublesOf, piecesOf, type ReplacedRecord, replaceRecords } from "./replace-records.ts";

type Rows = { rowNumbers: readonly number[]; made: readonly ReplacedRecord[] };
type Known = { id: string; role: string; entityType: EntityType; readiness: string };

/**
 * Puts newly checked rows of a file in the place of what was known of them, in the caller's transaction. Unlike replace-records.ts it is told
 * every record that these rows make: those that are new come to be, and those that they make no more go, as in a check of the whole
 * file. An excluded one stays excluded and counted.
 */
export async function replaceRows(tx: Tx, file: CheckedFile, { rowNumbers, made }: Rows): Promise<void> {
  const known: Known[] = await tx.record.findMany({
    where: { fileId: file.id, OR: spansOf(file, rowNumbers) },
    select: { id: true, role: true, entityType: true, readiness: true },
  });
  const idOf = ({ record }: ReplacedRecord) => recordIdOf(file.number, record.rowNumber, record.slot);
  const knownIds = new Set(known.map(({ id }) => id));
  const madeById = new Map(made.map((each) => [idOf(each), each]));
  const gone = known.filter(({ id }) => !madeById.has(id));
  const added = made.filter((each) => !knownIds.has(idOf(each)));
  const leaving = gone.filter(({ readiness }) => readiness !== "excluded");
  const parted = await partWith(tx, file, gone, leaving);
  await addBare(tx, file, added);
  await addLinks(tx, file, made);
  await noteTotals(tx, file, { known, madeById, leaving, added });
  await replaceRecords(tx, file, piecesOf(made));
  const execute = executeOn(tx);
  if (parted.doubles.length > 0) await refreshDuplicates(execute, file.migrationId, parted.doubles);
  if (parted.wereInFamilies) await refreshLinks(execute, file.migrationId);
}

/** Rows side by side are one range of ids. */
function spansOf(file: CheckedFile, rowNumbers: readonly number[]): { id: { gte: string; lt: string } }[] {
  const spans: { from: number; to: number }[] = [];
  for (const row of [...rowNumbers].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last?.to === row) last.to = row + 1;
    else spans.push({ from: row, to: row + 1 });
  }
  return spans.map(({ from, to }) => ({ id: { gte: recordIdOf(file.number, from), lt: recordIdOf(file.number, to) } }));
}

/** @returns who shared something with those that left, and whether they stood in families */
async function partWith(tx: Tx, file: CheckedFile, gone: readonly Known[], leaving: readonly Known[]) {
  if (gone.length === 0) return { doubles: [], wereInFamilies: false };
  const ids = gone.map(({ id }) => id);
  const leavingIds = leaving.map(({ id }) => id);
  const doubles = (await doublesOf(tx, file.migrationId, leavingIds)).filter((id) => !leavingIds.includes(id));
  const wereInFamilies = await standInFamilies(executeOn(tx), file.migrationId, ids);
  await tx.link.deleteMany({ where: { recordId: { in: ids } } });
  await tx.issue.deleteMany({ where: { recordId: { in: leavingIds } } });
  await tx.record.deleteMany({ where: { id: { in: leavingIds } } });
  return { doubles, wereInFamilies };
}

/** Records that say nothing yet; what they say follows with the others'. */
async function addBare(tx: Tx, file: CheckedFile, added: readonly ReplacedRecord[]): Promise<void> {
  if (added.length === 0) return;
  await tx.record.createMany({
    data: added.map(({ record: { rowNumber, slot, role, entityType, displayName, data, isValid } }) => ({
      id: recordIdOf(file.number, rowNumber, slot),
      migrationId: file.migrationId,
      fileId: file.id,
      rowNumber,
      role,
      mappingVersion: file.version,
      entityType,
      displayName,
      data,
      readiness: isValid ? ("ready" as const) : ("invalid" as const),
    })),
  });
}

/** The place of a wide row's associate is in the company of its row. */
async function addLinks(tx: Tx, file: CheckedFile, made: readonly ReplacedRecord[]): Promise<void> {
  const links = made.flatMap(({ record: { rowNumber, slot, link } }) =>
    link
      ? [
          {
            ...link,
            recordId: recordIdOf(file.number, rowNumber, slot),
            migrationId: file.migrationId,
            ownerId: slot > 0 ? recordIdOf(file.number, rowNumber) : null,
          },
        ]
      : [],
  );
  if (links.length > 0) await tx.link.createMany({ data: links, skipDuplicates: true });
}

type Change = {
  known: readonly Known[];
  madeById: ReadonlyMap<string, ReplacedRecord>;
  leaving: readonly Known[];
  added: readonly ReplacedRecord[];
};

/** The counts of a book start from these (counts-of.ts). A row of a mixed file may be of the other type now. */
async function noteTotals(tx: Tx, file: CheckedFile, { known, madeById, leaving, added }: Change): Promise<void> {
  const more = noTotals();
  const count = (role: string, entityType: EntityType, by: number) => {
    more[role === "client" ? entityType : "associate"] += by;
  };
  for (const { role, entityType } of leaving) count(role, entityType, -1);
  for (const { record } of added) count(record.role, record.entityType, 1);
  for (const { id, role, entityType } of known) {
    const now = madeById.get(id)?.record;
    if (!now || now.entityType === entityType) continue;
    count(role, entityType, -1);
    count(role, now.entityType, 1);
  }
  if (more.individual === 0 && more.company === 0 && more.associate === 0) return;
  await tx.sourceFile.update({
    where: { id: file.id },
    data: {
      individuals: { increment: more.individual },
      companies: { increment: more.company },
      associates: { increment: more.associate },
    },
  });
}
