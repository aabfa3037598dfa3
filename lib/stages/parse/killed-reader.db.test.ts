import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, expect, test, vi } from "vitest";
import { systemClock } from "../../clock.ts";
import { sourceRow, sourceRowsAfter } from "../../store/source-rows.ts";
import { openTestRoom } from "../../store/test-room.ts";
import { withdrawFile } from "../upload/command.ts";
import { parseFile } from "./command.ts";

const room = await openTestRoom();
const ctx = { ...room.ctx, clock: systemClock };
afterAll(room.close);

const rowCount = 400_000;
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `C${n},Ann ${n},Example,1984-03-09,GBR,Example Street ${n},London,ann${n}@example.com\n`,
  ).join("");
const header = "reference,given names,family name,dob,country,street,city,email\n";

async function storedFile(content: string): Promise<string> {
  const migrationId = await room.newMigration();
  const id = crypto.randomUUID();
  const storageKey = `${migrationId}/${id}`;
  const stored = await ctx.files.put(
    storageKey,
    (async function* () {
      yield Buffer.from(content);
    })(),
  );
  await ctx.db.sourceFile.create({
    data: {
      id,
      migrationId,
      name: "clients.csv",
      entityType: "individual",
      ...stored,
      storageKey,
      uploadedById: "operator",
    },
  });
  return id;
}
const fileOf = (id: string) => ctx.db.sourceFile.findUniqueOrThrow({ where: { id } });
const rowsOf = async (fileId: string) => (await sourceRowsAfter(ctx.db, fileId, 0, 2 * rowCount)).length;
const inTheMiddle = (id: string) =>
  vi.waitFor(
    async () => {
      const { status, parsedRows } = await fileOf(id);
      expect(status).toBe("parsing");
      expect(parsedRows).toBeGreaterThan(0);
    },
    { timeout: 60_000, interval: 20 },
  );

/** A worker process of its own that reads one file. */
function reader(fileId: string) {
  const at = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const script = `
    const { makeContext } = await import(${at("../../context.ts")});
    const { readEnv } = await import(${at("../../env.ts")});
    const { parseFile } = await import(${at("./command.ts")});
    await parseFile(makeContext(readEnv(), "worker"), { fileId: ${JSON.stringify(fileId)} });`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: {
      NODE_ENV: "test",
      PATH: process.env.PATH,
      DATABASE_URL: ctx.env.DATABASE_URL,
      CAUSEWAY_DATA_DIR: room.folder,
      CAUSEWAY_SECRET: ctx.env.CAUSEWAY_SECRET,
      LOG_LEVEL: "silent",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

test("a worker killed in the middle of a file leaves no rows; the next one reads it from the beginning, each row once", async () => {
  const fileId = await storedFile(header + rows(rowCount));
  const worker = reader(fileId);
  await inTheMiddle(fileId);
  worker.kill("SIGKILL");
  await once(worker, "exit");
  expect((await fileOf(fileId)).status).toBe("parsing");
  expect(await rowsOf(fileId)).toBe(0);

  await parseFile(ctx, { fileId });
  expect(await fileOf(fileId)).toMatchObject({ status: "parsed", rowCount, parsedRows: rowCount });
  expect(await rowsOf(fileId)).toBe(rowCount);
  expect(await sourceRow(ctx.db, fileId, rowCount)).toMatchObject({
    rowNumber: rowCount,
    lineNumber: rowCount + 1,
    cells: expect.arrayContaining([`C${rowCount - 1}`]),
  });
}, 180_000);

test("a file stopped by a person while it is read ends the reading, with no rows and no bytes left", async () => {
  const fileId = await storedFile(header + rows(rowCount));
  const reading = parseFile(ctx, { fileId });
  await inTheMiddle(fileId);
  expect(await withdrawFile(ctx, fileId)).toMatchObject({ ok: true });
  await reading;
  expect((await fileOf(fileId)).status).toBe("withdrawn");
  expect(await rowsOf(fileId)).toBe(0);
  const { storageKey } = await fileOf(fileId);
  await expect(ctx.files.get(storageKey)[Symbol.asyncIterator]().next()).rejects.toThrow();
}, 180_000);

test("a limit passed far into a file refuses it whole: the rows before it are not kept", async () => {
  const fileId = await storedFile(`${header}${rows(50_000)}${"x,".repeat(2_000)}x\n`);
  await parseFile(ctx, { fileId });
  expect(await fileOf(fileId)).toMatchObject({
    status: "unreadable",
    unreadableReason: expect.stringMatching(/line 50002 has 2,001 cells|line 50,002 has 2,001 cells/),
  });
  expect(await rowsOf(fileId)).toBe(0);
}, 60_000);
