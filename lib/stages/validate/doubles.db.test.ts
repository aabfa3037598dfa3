import fc from "fast-check";
import { afterAll, expect, test, vi } from "vitest";
import type { MappingBody } from "../../domain/mapping.ts";
import { heldSql } from "../../store/held.ts";
import { uploadOf } from "../../store/test-room.ts";
import { openTestBook } from "../../test-book.ts";
import { saveMapping } from "../map/command.ts";
import { parseFile } from "../parse/command.ts";
import { uploadFile, withdrawFile } from "../upload/command.ts";
import { excludeRecords, includeRecords } from "./command/exclusions.ts";
import { checkFile } from "./command.ts";

const { room, must, checkedFile, hold } = await openTestBook();
const { ctx } = room;
afterAll(room.close);

/** The reference stands in one column or in the other, so that a new mapping changes every reference. */
const mappingBy = (column: 0 | 1): MappingBody => ({
  assignments: [
    { column: 0, field: column === 0 ? "reference" : null, transforms: [{ kind: "trim" }] },
    { column: 1, field: column === 1 ? "reference" : null, transforms: [{ kind: "trim" }] },
    { column: 2, field: "givenNames", transforms: [{ kind: "trim" }] },
    { column: 3, field: "familyName", transforms: [{ kind: "trim" }] },
    { column: 4, field: "dateOfBirth", transforms: [{ kind: "date", format: "YYYY-MM-DD" }] },
  ],
  constants: [],
});

const contentOf = (lines: readonly string[]) => `OLD,NEW,FORENAME,SURNAME,DOB\n${lines.join("\n")}\n`;

type Record = {
  id: string;
  reference: string | null;
  identity: string | null;
  excluded: boolean;
  held: boolean;
};

/** What must be told of doubles, straight from their meaning: who shares a reference, and who is one person under several. */
function tellOf(records: readonly Record[]): string[] {
  const counted = records.filter(({ excluded }) => !excluded);
  const sharing = (key: "reference" | "identity", value: string | null) =>
    value === null ? [] : counted.filter((other) => other[key] === value);
  return counted
    .filter(({ held }) => !held)
    .flatMap(({ id, reference, identity }) => {
      const same = sharing("reference", reference).length;
      const references = new Set(sharing("identity", identity).flatMap((other) => other.reference ?? [])).size;
      return [
        ...(same > 1 ? [`${id} record.duplicate_reference ${reference} ${same}`] : []),
        ...(references > 1 ? [`${id} record.likely_duplicate null ${references}`] : []),
      ];
    })
    .sort();
}

async function recordsOf(migrationId: string): Promise<Record[]> {
  return ctx.db.$queryRawUnsafe<Record[]>(
    `select r.id::text as id, r.reference, r.identity, r.readiness = 'excluded' as excluded, ${heldSql("r")} as held
     from "Record" r where r."migrationId" = $1::uuid order by r.id`,
    migrationId,
  );
}

async function toldOf(migrationId: string, among: readonly Record[]): Promise<string[]> {
  const issues = await ctx.db.issue.findMany({
    where: {
      migrationId,
      code: { in: ["record.duplicate_reference", "record.likely_duplicate"] },
      recordId: { in: among.filter(({ held }) => !held).map(({ id }) => id) },
    },
  });
  return issues.map((i) => `${i.recordId} ${i.code} ${i.value} ${(i.facts as { count: string }).count}`).sort();
}

const row = fc
  .tuple(
    fc.constantFrom("1", "2", "3", ""),
    fc.constantFrom("A", "B", "C"),
    fc.constantFrom("Ann", "Bob"),
    fc.constantFrom("Day", "Fox"),
    fc.constantFrom("1980-04-13", "1971-02-03"),
  )
  .map((cells) => cells.join(","));
const rows = fc.array(row, { minLength: 1, maxLength: 5 });
const act = fc.oneof(
  fc.record({ kind: fc.constant("check" as const), file: fc.nat(2), by: fc.constantFrom(0 as const, 1 as const) }),
  fc.record({ kind: fc.constantFrom("exclude" as const, "include" as const), nth: fc.nat(14) }),
  fc.record({ kind: fc.constant("hold" as const), nth: fc.nat(14) }),
  fc.record({ kind: fc.constant("withdraw" as const), file: fc.nat(2) }),
);

test("after any checks, exclusions, hand-overs and withdrawals of several files, exactly the doubles among them are told", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(rows, { minLength: 3, maxLength: 3 }),
      fc.array(act, { maxLength: 8 }),
      async (books, acts) => {
        const migrationId = await room.newMigration();
        const fileIds: string[] = [];
        for (const book of books)
          fileIds.push(await checkedFile(migrationId, { content: contentOf(book), mapping: mappingBy(0) }));
        const check = async (fileId: string, by: 0 | 1) => {
          const saved = await saveMapping(ctx, fileId, mappingBy(by));
          if (saved.ok) await checkFile(ctx, { fileId, version: saved.value.version });
        };
        for (const each of acts) {
          const all = await recordsOf(migrationId);
          if (each.kind === "check") await check(fileIds[each.file] ?? "", each.by);
          else if (each.kind === "withdraw") await withdrawFile(ctx, fileIds[each.file] ?? "");
          else {
            const chosen = all[each.nth % all.length];
            if (!chosen) continue;
            const recordIds = [chosen.id];
            // Refused for what is held, or is so already: then nothing changes.
            if (each.kind === "exclude") await excludeRecords(ctx, migrationId, { recordIds, reason: "a double" });
            else if (each.kind === "include") await includeRecords(ctx, migrationId, { recordIds });
            else if (!chosen.excluded && !chosen.held) await hold(migrationId, chosen.id);
          }
          const now = await recordsOf(migrationId);
          expect(await toldOf(migrationId, now)).toEqual(tellOf(now));
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

test("of two files whose checks end at the same moment each tells of doubles in the other", async () => {
  const migrationId = await room.newMigration();
  const files = await Promise.all(
    ["1,A,Ann,Day,1980-04-13", "1,B,Bob,Fox,1971-02-03"].map(async (line) => {
      const { fileId } = must(await uploadFile(ctx, uploadOf(migrationId, contentOf([line]))));
      await parseFile(ctx, { fileId });
      return { fileId, version: must(await saveMapping(ctx, fileId, mappingBy(0))).version };
    }),
  );
  // Whoever has looked for doubles stops here, before it is committed.
  const gate = await ctx.pool.connect();
  await gate.query(`begin; lock table "Issue" in exclusive mode`);
  const checks = files.map((file) => checkFile(ctx, file));
  await vi.waitFor(async () => expect(await waitingForLocks()).toBe(2), { timeout: 10_000 });
  await gate.query("commit");
  gate.release();
  await Promise.all(checks);
  const all = await recordsOf(migrationId);
  expect(await toldOf(migrationId, all)).toEqual(all.map(({ id }) => `${id} record.duplicate_reference 1 2`));
});

async function waitingForLocks(): Promise<number> {
  const { rows } = await ctx.pool.query<{ n: number }>(
    `select count(distinct l.pid)::int as n from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()`,
  );
  return rows[0]?.n ?? 0;
}
