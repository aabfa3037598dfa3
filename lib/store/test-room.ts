import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SignedInContext } from "../context.ts";
import type { EntityType } from "../domain/entity.ts";
import { readEnv } from "../env.ts";
import { makeSealedStorage } from "../files/sealed-storage.ts";
import { storageOf } from "../files/storage-of.ts";
import { silentLog } from "../log.ts";
import { makeDb, makePool } from "./client.ts";
import { makePrepared } from "./prepared.ts";
import { withTestDatabase } from "./test-database.ts";

/** For database tests of the rooms before Passfort: a real database and a real folder (or the bucket that `environment` names); the queue only notes what it was told. */
export async function openTestRoom(
  given: { uploadMaxBytes?: number; environment?: Record<`FILES_S3_${string}`, string> } = {},
) {
  const database = await withTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), "causeway-test-"));
  const pool = makePool(database.url, 8);
  const db = makeDb(pool);
  const told: { name: string; payload: unknown }[] = [];
  const operator = {
    id: "operator",
    name: "Olivia Operator",
    email: "operator@causeway.example",
    role: "operator" as const,
  };
  await db.user.create({ data: operator });
  const env = readEnv({
    DATABASE_URL: database.url,
    CAUSEWAY_SECRET: "a secret for tests of at least 32 characters",
    CAUSEWAY_DATA_DIR: folder,
    UPLOAD_MAX_BYTES: String(given.uploadMaxBytes ?? 10_000_000),
    ...given.environment,
  });
  const note = async (name: string, payload: unknown, ..._where: unknown[]) => void told.push({ name, payload });
  const nothing = async () => {};
  const queue = {
    dispatch: note,
    dispatchMany: async (name: string, payloads: readonly unknown[], ..._where: unknown[]) =>
      void payloads.map((payload) => told.push({ name, payload })),
    setProcesses: nothing,
    holdLane: nothing,
    depthOf: async () => 0,
    deliveriesIn: async () => [],
    emptyLane: nothing,
    isUp: async () => true,
    close: nothing,
  };
  const passfort = () => {
    throw new Error("No call to Passfort happens before a chunk is launched.");
  };
  const files = storageOf(env);
  const ctx: SignedInContext = {
    env,
    db,
    pool,
    prepared: makePrepared(database.url),
    queue,
    passfort,
    files,
    documents: makeSealedStorage(files, env.CAUSEWAY_SECRET),
    clock: { now: () => new Date("2026-11-23T09:00:00Z") },
    log: silentLog,
    operator,
  };
  return {
    ctx,
    told,
    folder,
    newMigration: async (): Promise<string> =>
      (await db.migration.create({ data: { name: "Book", sourceSystem: "Legacy", createdById: operator.id } })).id,
    close: async () => {
      await ctx.prepared.close();
      await db.$disconnect();
      if (!pool.ended) await pool.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the door of an upload is given for these bytes by an honest sender. */
export function uploadOf(
  migrationId: string,
  content: string | Uint8Array,
  entityType: EntityType = "individual",
  name = "clients.csv",
) {
  const bytes = Buffer.from(content);
  return {
    migrationId,
    entityType,
    encodedName: encodeURIComponent(name),
    declaredSha256: createHash("sha256").update(bytes).digest("hex"),
    declaredBytes: bytes.length,
    stream: inPieces(bytes),
  };
}

async function* inPieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}
