import { afterAll, expect, test } from "vitest";
import { identityHolds } from "../../domain/counts.ts";
import { countsOf } from "../../store/counts-of.ts";
import { openTestBook } from "../../test-book.ts";
import { readRecord } from "../receive/query/read-record.ts";
import { excludeChosen, fixChosen, includeChosen } from "./command/chosen-records.ts";
import { excludeRecords, undoExclusion } from "./command/exclusions.ts";
import { undoFix } from "./command/fixes.ts";
import { recheckedAtOnce, recheckFix } from "./command/recheck-fix.ts";
import { listExclusions } from "./query/list-exclusions.ts";
import { listFixes } from "./query/list-fixes.ts";
import { lookAtChosen } from "./query/look-at-chosen.ts";
import { listRecords } from "./query.ts";

const { room, book, people, hold, at, foundIn, correct, must } = await openTestBook();
const { ctx } = room;
afterAll(room.close);

type Chosen = Parameters<typeof lookAtChosen>[2]["chosen"];
const everyone: Chosen = { filter: { role: "client" } };
const look = async (migrationId: string, chosen: Chosen) => must(await lookAtChosen(ctx, migrationId, { chosen }));
const seen = async (migrationId: string, chosen: Chosen) => {
  const { mark, records } = await look(migrationId, chosen);
  return { chosen, mark, count: records };
};
const readiness = async (fileId: string) => (await foundIn(fileId)).records.map((record) => record.readiness);
const three = ["1,Ann,,1980-04-13,GB", "2,Bob,Day,1981-04-13,Narnia", "3,Cy,Fox,1982-04-13,GB"];

test("all that fit a list are given a value at once, are checked again, and get their own back as a whole", async () => {
  const { migrationId, fileId } = await book(...three);
  const before = await foundIn(fileId);
  const chosen: Chosen = { filter: { role: "client", readiness: "invalid" } };
  expect(await look(migrationId, chosen)).toMatchObject({
    records: 2,
    fixable: 2,
    held: 0,
    excluded: 0,
    files: [{ records: 2 }],
  });
  const set = { field: "address.country", text: "United Kingdom", reason: "all of one branch" };
  const { fixId, records, isDone } = must(
    await fixChosen(ctx, migrationId, { ...(await seen(migrationId, chosen)), ...set }),
  );
  expect([records, isDone]).toEqual([2, true]);
  expect(await readiness(fileId)).toEqual(["invalid", "ready", "ready"]);
  expect(must(await listFixes(ctx, migrationId)).fixes).toMatchObject([{ records: 2, reason: "all of one branch" }]);
  must(await undoFix(ctx, fixId));
  expect(await foundIn(fileId)).toEqual(before);
});

test("a value is taken away from chosen records, and what cannot be read is refused with nothing kept", async () => {
  const { migrationId, fileId } = await book(...three);
  const chosen: Chosen = { filter: { role: "client" }, ids: [await at(fileId, 2), await at(fileId, 3)] };
  const as = await seen(migrationId, chosen);
  const unread = { ...as, field: "dateOfBirth", text: "31 February 1980", reason: "so it says" };
  expect(await fixChosen(ctx, migrationId, unread)).toMatchObject({
    ok: false,
    refusal: { kind: "invalid_input", fields: { text: expect.stringContaining("31 February 1980") } },
  });
  expect(await ctx.db.fix.count({ where: { fileId } })).toBe(0);
  must(await fixChosen(ctx, migrationId, { ...as, field: "familyName", text: "", reason: "not theirs" }));
  expect(await readiness(fileId)).toEqual(["invalid", "invalid", "invalid"]);
  expect(await fixChosen(ctx, migrationId, { ...as, field: "name", text: "x", reason: "no such field" })).toMatchObject(
    {
      ok: false,
    },
  );
});

test("whoever chose what somebody else corrected meanwhile is told, and so is whoever's list has grown", async () => {
  const { migrationId, fileId } = await book(...three);
  const as = await seen(migrationId, everyone);
  must(await correct(await at(fileId, 1), { familyName: "Smith" }));
  const set = { field: "title", text: "Dr", reason: "they all are" };
  const told = { ok: false, refusal: { kind: "changed_meanwhile" } };
  expect(await fixChosen(ctx, migrationId, { ...as, ...set })).toMatchObject(told);
  expect(await excludeChosen(ctx, migrationId, { ...as, reason: "not ours" })).toMatchObject(told);
  const invalid: Chosen = { filter: { role: "client", readiness: "invalid" } };
  const one = await seen(migrationId, invalid);
  must(await correct(await at(fileId, 3), { dateOfBirth: "" }));
  expect(await excludeChosen(ctx, migrationId, { ...one, reason: "not ours" })).toMatchObject(told);
  const now = await seen(migrationId, everyone);
  const both = await Promise.all(
    ["Dr", "Sir"].map((text) => fixChosen(ctx, migrationId, { ...now, field: "title", text, reason: "they all are" })),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject(told);
});

test("records of several files are not given a value at once", async () => {
  const { migrationId } = await book(...three);
  await people(migrationId, ["9,Di,Low,1983-04-13,GB"]);
  const set = { field: "title", text: "Dr", reason: "they all are" };
  expect(await fixChosen(ctx, migrationId, { ...(await seen(migrationId, everyone)), ...set })).toMatchObject({
    ok: false,
    refusal: { kind: "invalid_input", sentence: expect.stringContaining("several files") },
  });
});

test("chosen records are left out as one act, and taken back in as a whole, save those another act left out since", async () => {
  const { migrationId, fileId } = await book(...three);
  const before = await foundIn(fileId);
  must(await excludeChosen(ctx, migrationId, { ...(await seen(migrationId, everyone)), reason: "closed" }));
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: 3, excluded: 3 });
  expect(
    await excludeChosen(ctx, migrationId, { ...(await seen(migrationId, everyone)), reason: "again" }),
  ).toMatchObject({
    ok: false,
    refusal: { kind: "not_now", sentence: "All of them are left out already." },
  });
  const [act] = must(await listExclusions(ctx, migrationId)).exclusions;
  expect(act).toMatchObject({ records: 3, standing: 3, reason: "closed", by: "Olivia Operator", undoneAt: null });
  const third = [await at(fileId, 3)];
  must(await includeChosen(ctx, migrationId, await seen(migrationId, { filter: {}, ids: third })));
  must(await excludeRecords(ctx, migrationId, { recordIds: third, reason: "another reason" }));
  expect(must(await undoExclusion(ctx, act?.id ?? ""))).toEqual({ included: 2 });
  expect(must(await undoExclusion(ctx, act?.id ?? ""))).toEqual({ included: 0 });
  expect(await readiness(fileId)).toEqual(["invalid", "invalid", "excluded"]);
  must(await includeChosen(ctx, migrationId, await seen(migrationId, everyone)));
  expect(await foundIn(fileId)).toEqual(before);
});

test("what a submitted chunk holds is told and stays, whatever is done with the others", async () => {
  const { migrationId, fileId } = await book(...three);
  const held = await at(fileId, 3);
  await hold(migrationId, held);
  const before = must(await readRecord(ctx, held));
  expect(await look(migrationId, everyone)).toMatchObject({ records: 3, fixable: 2, held: 1 });
  const set = { field: "title", text: "Dr", reason: "they all are" };
  expect(must(await fixChosen(ctx, migrationId, { ...(await seen(migrationId, everyone)), ...set }))).toMatchObject({
    records: 2,
    held: 1,
  });
  expect(
    must(await excludeChosen(ctx, migrationId, { ...(await seen(migrationId, everyone)), reason: "closed" })),
  ).toEqual({
    excluded: 2,
    held: 1,
  });
  expect(must(await readRecord(ctx, held))).toMatchObject({ readiness: before.readiness, values: before.values });
  const only = await seen(migrationId, { filter: {}, ids: [held] });
  expect(await fixChosen(ctx, migrationId, { ...only, ...set })).toMatchObject({
    ok: false,
    refusal: { kind: "not_now" },
  });
});

test("many are given a value by a worker in pieces; a list by its words is chosen whole, read or not", async () => {
  const count = recheckedAtOnce + 700;
  const rows = Array.from({ length: count }, (_, n) => `A${n},Ann${n},Smith,1980-04-13,Albion`);
  const { migrationId, fileId } = await book(...rows, "B1,Bob,Day,1981-04-13,Albion");
  const chosen: Chosen = { filter: { role: "client", search: "a" } };
  expect(must(await listRecords(ctx, migrationId, chosen.filter)).total).toBe(count);
  const set = { field: "address.country", text: "GBR", reason: "the poetic name" };
  const { fixId, isDone } = must(await fixChosen(ctx, migrationId, { ...(await seen(migrationId, chosen)), ...set }));
  expect(isDone).toBe(false);
  expect(room.told).toContainEqual({ name: "recheck_fix", payload: { fixId, isUndone: false } });
  await recheckFix(ctx, fixId);
  const counts = await countsOf(ctx.db, migrationId);
  expect(counts).toMatchObject({ clients: count + 1, waiting: count, invalid: 1 });
  expect(identityHolds(counts)).toBe(true);
  expect((await foundIn(fileId)).records.at(-1)?.readiness).toBe("invalid");
});
