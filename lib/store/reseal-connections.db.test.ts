import { afterAll, beforeEach, expect, test } from "vitest";
import { digestOf, seal, unseal } from "../seal.ts";
import { resealConnections } from "./reseal-connections.ts";
import { openTestRoom } from "./test-room.ts";

const room = await openTestRoom();
const { db } = room.ctx;
afterAll(room.close);

const from = "the old secret of this panel, 32 characters";
const to = "the new secret of this panel, 32 characters";

async function connection(name: string, secret: string, former: string | null = null): Promise<string> {
  const row = await db.connection.create({
    data: {
      name,
      environment: "demo",
      baseUrl: "https://api.passfort.com/4.0",
      apiKeySealed: seal(`key of ${name}`, secret),
      apiKeyDigest: digestOf(`key of ${name}`, secret),
      webhookSecretSealed: seal(`secret of ${name}`, secret),
      formerSecretSealed: former === null ? null : seal(former, secret),
      formerSecretUntil: former === null ? null : new Date("2026-11-24T00:00:00Z"),
    },
  });
  return row.id;
}
const row = (id: string) => db.connection.findUniqueOrThrow({ where: { id } });

beforeEach(async () => {
  await db.connection.deleteMany();
  await db.auditEntry.deleteMany();
});

test("everything that is sealed opens with the new secret afterwards, and keys are known again by it", async () => {
  const id = await connection("A", from, "the one before");
  await connection("B", from);
  expect(await resealConnections(db, { from, to })).toEqual({ kind: "moved", moved: 5, already: 0 });
  const moved = await row(id);
  expect(unseal(moved.apiKeySealed, to)).toBe("key of A");
  expect(unseal(moved.webhookSecretSealed, to)).toBe("secret of A");
  expect(unseal(moved.formerSecretSealed ?? "", to)).toBe("the one before");
  expect(moved.apiKeyDigest).toBe(digestOf("key of A", to));
});

test("done twice, the second time changes nothing", async () => {
  const id = await connection("A", from);
  await resealConnections(db, { from, to });
  const once = await row(id);
  expect(await resealConnections(db, { from, to })).toEqual({ kind: "moved", moved: 0, already: 2 });
  expect(await row(id)).toEqual(once);
  expect(await db.auditEntry.count()).toBe(1);
});

test("what was moved before is left, and the rest follows", async () => {
  await connection("A", to);
  await connection("B", from);
  expect(await resealConnections(db, { from, to })).toEqual({ kind: "moved", moved: 2, already: 2 });
});

test("one value that neither secret opens keeps all of them where they are", async () => {
  const id = await connection("A", from);
  await connection("Strange", "a secret that nobody knows any more, alas");
  const before = await row(id);
  expect(await resealConnections(db, { from, to })).toEqual({ kind: "not_opened", names: ["Strange"] });
  expect(await row(id)).toEqual(before);
});

test("the rotation is a line in the audit log, without a secret in it", async () => {
  await connection("A", from);
  await resealConnections(db, { from, to });
  const [entry] = await db.auditEntry.findMany();
  expect(entry).toMatchObject({ outcome: "done", reason: expect.stringContaining("2 sealed values of 1 connections") });
  expect(JSON.stringify({ ...entry, id: "" })).not.toMatch(/old secret|new secret of/);
});
