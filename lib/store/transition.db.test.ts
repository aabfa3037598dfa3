import { afterAll, beforeAll, expect, test } from "vitest";
import { migrationMachine } from "../domain/migration.ts";
import { makeDb, makePool } from "./client.ts";
import { withTestDatabase } from "./test-database.ts";
import { transition, transitionMany } from "./transition.ts";

const database = await withTestDatabase();
const pool = makePool(database.url, 8);
const db = makeDb(pool);

beforeAll(async () => {
  await db.user.create({ data: { id: "maker", name: "Maker", email: "maker@causeway.example", role: "operator" } });
});
afterAll(async () => {
  await db.$disconnect();
  if (!pool.ended) await pool.end();
  await database.drop();
});

const newMigration = async () =>
  (await db.migration.create({ data: { name: "Book", sourceSystem: "Legacy", createdById: "maker" } })).id;

test("of ten who move the same status at once, exactly one is told it was the one, and one line is written", async () => {
  const id = await newMigration();
  const told = await Promise.all(
    Array.from({ length: 10 }, () =>
      transition(db, migrationMachine, { id, to: "migrating", byId: "maker", because: "launched" }),
    ),
  );
  expect(told.filter(Boolean)).toHaveLength(1);
  expect(
    await db.transition.findMany({
      where: { subjectId: id },
      select: { from: true, to: true, byId: true, because: true },
    }),
  ).toEqual([{ from: "preparing", to: "migrating", byId: "maker", because: "launched" }]);
});

test("every move the machine does not have is refused, whatever the status is", async () => {
  for (const to of migrationMachine.statuses) {
    for (const from of migrationMachine.statuses.filter(
      (status) => !migrationMachine.edges.some((edge) => edge.from === status && edge.to === to),
    )) {
      await expect(
        transition(db, migrationMachine, { id: crypto.randomUUID(), from, to, byId: null, because: "no such edge" }),
      ).rejects.toThrow(/no edge/);
    }
  }
});

test("a status that may not be left stays, and nothing is written", async () => {
  const id = await newMigration();
  await transition(db, migrationMachine, { id, to: "abandoned", byId: "maker", because: "abandoned" });
  expect(await transition(db, migrationMachine, { id, to: "migrating", byId: "maker", because: "too late" })).toBe(
    false,
  );
  expect(await db.transition.count({ where: { subjectId: id } })).toBe(1);
});

test("moving many tells which ones moved", async () => {
  const [first, second] = [await newMigration(), await newMigration()];
  await transition(db, migrationMachine, { id: first, to: "abandoned", byId: null, because: "abandoned" });
  expect(
    await transitionMany(db, migrationMachine, { ids: [first, second], to: "migrating", byId: null, because: "both" }),
  ).toEqual([second]);
});
