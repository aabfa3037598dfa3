import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { causesOneByOne } from "../../causes-one-by-one.ts";
import { identityHolds } from "../../domain/counts.ts";
import type { MappingBody } from "../../domain/mapping.ts";
import { countsOf } from "../../store/counts-of.ts";
import { openTestRoom, uploadOf } from "../../store/test-room.ts";
import { saveMapping } from "../map/command.ts";
import { parseFile } from "../parse/command.ts";
import { readRecord } from "../receive/query/read-record.ts";
import { uploadFile } from "../upload/command.ts";
import { fixChosen } from "./command/chosen-records.ts";
import { correctRecord } from "./command/correct-record.ts";
import { excludeRecords, includeRecords } from "./command/exclusions.ts";
import { fixCause, undoFix } from "./command/fixes.ts";
import { recheckedAtOnce, recheckFix } from "./command/recheck-fix.ts";
import { checkFile } from "./command.ts";
import { listCauseValues, listFixes } from "./query/list-fixes.ts";
import { lookAtChosen } from "./query/look-at-chosen.ts";
import { listCauses, listRecords } from "./query.ts";

const room = await openTestRoom();
const { ctx } = room;
afterAll(room.close);

const trim = { kind: "trim" } as const;
const mapping: MappingBody = {
  assignments: [
    { column: 0, field: "reference", transforms: [trim] },
    { column: 1, field: "givenNames", transforms: [trim] },
    { column: 2, field: "familyName", transforms: [trim] },
    { column: 3, field: "dateOfBirth", transforms: [trim, { kind: "date", format: "YYYY-MM-DD" }] },
    { column: 4, field: "address.country", transforms: [trim, { kind: "country" }] },
  ],
  constants: [],
};

async function book(...rows: string[]): Promise<{ migrationId: string; fileId: string }> {
  const migrationId = await room.newMigration();
  const content = `ID,FORENAME,SURNAME,DOB,COUNTRY\n${rows.join("\n")}\n`;
  const uploaded = must(await uploadFile(ctx, uploadOf(migrationId, content)));
  await parseFile(ctx, uploaded);
  await check(uploaded.fileId, mapping);
  return { migrationId, fileId: uploaded.fileId };
}

async function check(fileId: string, body: MappingBody): Promise<void> {
  const { version } = must(await saveMapping(ctx, fileId, body));
  await checkFile(ctx, { fileId, version });
}

function must<T>(outcome: { ok: true; value: T } | { ok: false; refusal: { sentence: string } }): T {
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  return outcome.value;
}

const recordsOf = async (fileId: string) => {
  const records = await ctx.db.record.findMany({ where: { fileId }, orderBy: { id: "asc" } });
  return records.map(({ data, ...record }) => ({ ...record, data: JSON.parse(data) as unknown }));
};
/** Everything a check says of a file, without the ids of issues. */
const foundIn = async (fileId: string) => ({
  records: await recordsOf(fileId),
  issues: (await ctx.db.issue.findMany({ where: { fileId } }))
    .map(({ recordId, code, severity, field, value, facts }) =>
      JSON.stringify([recordId, code, severity, field, value, facts]),
    )
    .sort(),
});
const at = async (fileId: string, row: number) => (await recordsOf(fileId))[row - 1]?.id ?? "";
const seen = async (recordId: string) => must(await readRecord(ctx, recordId)).seen;
const correct = async (recordId: string, texts: Record<string, string>) =>
  correctRecord(ctx, recordId, { seen: await seen(recordId), texts, reason: "asked the client" });

test("a corrected client is checked again at once, and its page tells what was corrected, by whom and why", async () => {
  const { migrationId, fileId } = await book("1,Ann,,1980-04-13,GB", "2,Bob,Day,1981-04-13,GB");
  const ann = await at(fileId, 1);
  expect(must(await correct(ann, { familyName: "Smith" }))).toMatchObject({ readiness: "ready" });
  const shown = must(await readRecord(ctx, ann));
  expect(shown.values.find(({ field }) => field === "familyName")).toMatchObject({
    raw: "",
    value: "S••••",
    correction: { text: "S••••", by: "Olivia Operator", reason: "asked the client" },
  });
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ waiting: 2, invalid: 0 });
  expect(must(await listFixes(ctx, migrationId))).toMatchObject({
    total: 1,
    fixes: [{ fields: ["Family name"], records: 1, rechecked: 1, by: "Olivia Operator", undoneAt: null }],
  });
});

test("a corrected name ends a likely double and makes another, of which both sides are told", async () => {
  const { migrationId, fileId } = await book(
    "1,Ann,Smith,1980-04-13,GB",
    "2,ann,smith,1980-04-13,GB",
    "3,Cy,Fox,1980-04-13,GB",
  );
  const doubles = async () => {
    const issues = await ctx.db.issue.findMany({ where: { migrationId, code: "record.likely_duplicate" } });
    return issues.map(({ rowNumber }) => rowNumber).sort();
  };
  expect(await doubles()).toEqual([1, 2]);
  must(await correct(await at(fileId, 2), { givenNames: "Cy", familyName: "Fox" }));
  expect(await doubles()).toEqual([2, 3]);
});

test("what cannot be read is refused at its field, and nothing is kept of it", async () => {
  const { fileId } = await book("1,Ann,Smith,13.04.1980,GB");
  const ann = await at(fileId, 1);
  const before = await foundIn(fileId);
  const outcome = await correct(ann, { dateOfBirth: "31.02.1980", familyName: "Other" });
  expect(outcome).toMatchObject({
    ok: false,
    refusal: {
      kind: "invalid_input",
      fields: { dateOfBirth: expect.stringMatching(/“31\.02\.1980” cannot be read as a day without doubt/) },
    },
  });
  expect(await foundIn(fileId)).toEqual(before);
  expect(await ctx.db.fix.count({ where: { fileId } })).toBe(0);
});

test("of two people who correct the same client, the second is told, and so is one whose mapping changed meanwhile", async () => {
  const { fileId } = await book("1,Ann,,1980-04-13,GB");
  const ann = await at(fileId, 1);
  const before = await seen(ann);
  const both = await Promise.all(
    ["Smith", "Jones"].map((familyName) =>
      correctRecord(ctx, ann, { seen: before, texts: { familyName }, reason: "asked" }),
    ),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "changed_meanwhile" } });
  const now = await seen(ann);
  await check(fileId, { ...mapping, constants: [{ field: "title", value: "Ms" }] });
  expect(await correctRecord(ctx, ann, { seen: now, texts: { title: "Dr" }, reason: "asked" })).toMatchObject({
    ok: false,
    refusal: { kind: "changed_meanwhile" },
  });
});

test("corrections outlive a new mapping, and a whole check makes the same of a client as checking it alone", async () => {
  const { fileId } = await book("1,Ann,,1980-04-13,Narnia", "1,Bob,Day,1981-04-13,GB", "3,Cy,Fox,1981-04-13,GB");
  must(await correct(await at(fileId, 1), { familyName: "Smith", "address.country": "France" }));
  must(await correct(await at(fileId, 3), { reference: "1" }));
  must(await correct(await at(fileId, 2), { reference: "2" }));
  const alone = await foundIn(fileId);
  expect(alone.records.map(({ readiness }) => readiness)).toEqual(["invalid", "ready", "invalid"]);
  await ctx.db.sourceFile.update({ where: { id: fileId }, data: { checkingVersion: 1 } });
  await checkFile(ctx, { fileId, version: 1 });
  expect(await foundIn(fileId)).toEqual(alone);
});

test("all clients of a cause with one value are corrected together, and taken back together", async () => {
  const { migrationId, fileId } = await book(
    "1,Ann,Smith,1980-04-13,Albion",
    "2,Bob,Day,1981-04-13,Albion",
    "3,Cy,Fox,1981-04-13,Narnia",
    "4,Di,Low,1981-04-13,",
  );
  const before = await foundIn(fileId);
  const cause = { code: "field.country", field: "address.country", fileId, role: "client" } as const;
  expect(must(await listCauseValues(ctx, migrationId, { cause }))).toEqual({
    values: [
      { value: "Albion", count: 2 },
      { value: "Narnia", count: 1 },
    ],
    different: 2,
  });
  const fix = { cause, value: "Albion", field: "address.country", text: "GBR", reason: "the poetic name" };
  expect(await fixCause(ctx, migrationId, { ...fix, text: "Nowhere" })).toMatchObject({
    ok: false,
    refusal: { kind: "invalid_input" },
  });
  const { fixId, records, isDone } = must(await fixCause(ctx, migrationId, fix));
  expect([records, isDone]).toEqual([2, true]);
  expect((await recordsOf(fileId)).map(({ readiness }) => readiness)).toEqual(["ready", "ready", "invalid", "invalid"]);
  expect(await fixCause(ctx, migrationId, fix)).toMatchObject({ ok: false, refusal: { kind: "not_found" } });
  must(await undoFix(ctx, fixId));
  expect(await foundIn(fileId)).toEqual(before);
  expect(must(await undoFix(ctx, fixId))).toEqual({ records: 2, isDone: true });
});

test("many clients are corrected by a worker in pieces, and a worker that died goes on where it was", async () => {
  const count = recheckedAtOnce + 1_600;
  const { migrationId, fileId } = await book(
    ...Array.from({ length: count }, (_, n) => `${n},Ann,Smith,1980-04-13,Albion`),
  );
  const cause = { code: "field.country", field: "address.country", fileId, role: "client" } as const;
  const { fixId, isDone } = must(
    await fixCause(ctx, migrationId, {
      cause,
      field: "address.country",
      text: "United Kingdom",
      reason: "the poetic name",
    }),
  );
  expect(isDone).toBe(false);
  expect(room.told).toContainEqual({ name: "recheck_fix", payload: { fixId, isUndone: false } });
  await ctx.db.fix.update({ where: { id: fixId }, data: { rechecked: 1_000 } });
  await Promise.all([recheckFix(ctx, fixId), recheckFix(ctx, fixId)]);
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ waiting: count - 1_000 + 1, invalid: 1_000 - 1 });
  await ctx.db.fix.update({ where: { id: fixId }, data: { rechecked: 0 } });
  await recheckFix(ctx, fixId);
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: count, waiting: count, invalid: 0 });
});

/** The causes as the review lists them; the list of each must hold what the one counts, and those left out. */
async function causesShown(migrationId: string) {
  const { causes } = must(await listCauses(ctx, migrationId));
  for (const { code, field, fileId, role, count } of causes) {
    const listed = must(await listRecords(ctx, migrationId, { code, field, fileId, role }));
    expect(listed.records).toHaveLength(listed.total);
    expect(listed.records.filter(({ readiness }) => readiness !== "excluded")).toHaveLength(count);
  }
  const shown = causes.map(({ key, count, examples }) => ({
    key,
    count,
    examples: [...new Set(examples.map(({ recordId }) => recordId))],
  }));
  return shown.sort((one, other) => (one.key < other.key ? -1 : 1));
}

test("after any corrections, exclusions and takings-back the counts add up, and everything is as a whole check would say", async () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant("correct" as const),
      row: fc.integer({ min: 1, max: 4 }),
      field: fc.constantFrom("reference", "familyName", "address.country"),
      text: fc.constantFrom("1", "2", "", "GBR"),
    }),
    fc.record({ kind: fc.constantFrom("exclude" as const, "include" as const), row: fc.integer({ min: 1, max: 4 }) }),
    fc.record({
      kind: fc.constant("bulk" as const),
      filter: fc.constantFrom({}, { readiness: "invalid" as const }, { search: "1" }),
      text: fc.constantFrom("Fox", ""),
    }),
    fc.record({ kind: fc.constant("undo" as const), nth: fc.nat(5) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { migrationId, fileId } = await book(
        "1,Ann,,1980-04-13,GB",
        "2,Bob,Day,1981-04-13,GB",
        "1,Cy,Fox,1982-04-13,Narnia",
        "4,Di,Low,1983-04-13,GB",
      );
      const fixIds: string[] = [];
      for (const each of steps) {
        if (each.kind === "undo") await undoFix(ctx, fixIds[each.nth] ?? "00000000-0000-4000-8000-000000000000");
        else if (each.kind === "bulk") {
          const chosen = { filter: each.filter };
          const { mark, records } = must(await lookAtChosen(ctx, migrationId, { chosen }));
          const seenSo = { chosen, mark, count: records, reason: "all of them" };
          const outcome = await fixChosen(ctx, migrationId, { ...seenSo, field: "familyName", text: each.text });
          if (outcome.ok) fixIds.push(outcome.value.fixId);
        } else {
          const id = await at(fileId, each.row);
          if (each.kind === "correct") {
            const outcome = await correct(id, { [each.field]: each.text });
            if (outcome.ok) fixIds.push(outcome.value.fixId);
          } else if (each.kind === "exclude")
            await excludeRecords(ctx, migrationId, { recordIds: [id], reason: "not ours" });
          else await includeRecords(ctx, migrationId, { recordIds: [id] });
        }
        const counts = await countsOf(ctx.db, migrationId);
        expect(counts.clients).toBe(4);
        expect(identityHolds(counts)).toBe(true);
      }
      expect(await causesShown(migrationId)).toEqual(await causesOneByOne(ctx.db, migrationId));
      const piecemeal = await foundIn(fileId);
      await ctx.db.sourceFile.update({ where: { id: fileId }, data: { checkingVersion: 1 } });
      await checkFile(ctx, { fileId, version: 1 });
      expect(await foundIn(fileId)).toEqual(piecemeal);
    }),
    { numRuns: 15 },
  );
  // Each run checks a whole file again for every step of it.
}, 120_000);
