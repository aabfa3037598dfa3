import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countsOf } from "../../../store/counts-of.ts";
import { must, openWorld, type World } from "../../../test-world.ts";
import { launchChunk } from "../../send/command/launch-chunk.ts";
import { listFailures } from "../../send/query/list-failures.ts";
import { readChunk } from "../../send/query/read-chunk.ts";
import { readReport } from "./read-report.ts";
import { streamErrors } from "./stream-errors.ts";

let world: World;
let chunkId: string;
beforeAll(async () => {
  world = await openWorld();
  await world.addClients(["OK-1", "OK-2"]);
  await world.addClients(["=BAD-1"], "ready", { dateOfBirth: "nonsense" });
  chunkId = await world.approved(3);
  must(await launchChunk(world.operator, chunkId, 3));
  await world.runJobs();
  await world.addClients(["IN-1"], "invalid");
  await world.addClients(["EX-1"], "excluded");
  await world.addClients(["WA-1"]);
  const invalid = await world.ctx.db.record.findFirstOrThrow({ where: { reference: "IN-1" } });
  for (const field of ["familyName", "dateOfBirth"]) {
    await world.ctx.db.issue.create({
      data: {
        migrationId: world.migration.id,
        fileId: world.file.id,
        recordId: invalid.id,
        rowNumber: invalid.rowNumber,
        code: "field.required",
        severity: "error",
        field,
      },
    });
  }
});
afterAll(() => world.close());

async function linesOf(scope: Parameters<typeof streamErrors>[1]): Promise<Record<string, string>[]> {
  let text = "";
  for await (const piece of streamErrors(world.ctx, scope)) text += piece;
  expect(text.startsWith("\uFEFF")).toBe(true);
  return parse(text, { bom: true, columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
}

test("the error report and the created clients together are exactly the clients, each once", async () => {
  const lines = await linesOf({ migrationId: world.migration.id });
  const reported = [...new Set(lines.map(({ reference }) => reference))];
  const created = (await world.ctx.db.delivery.findMany({ where: { status: "created" } })).map(
    ({ reference }) => reference,
  );
  expect(created.toSorted()).toEqual(["OK-1", "OK-2"]);
  expect(reported.toSorted()).toEqual(["'=BAD-1", "EX-1", "IN-1", "WA-1"]);
  const counts = await countsOf(world.ctx.db, world.migration.id);
  expect(reported.length + created.length).toBe(counts.clients);
});

test("a line says which row, what is wrong in Passfort's words or ours, and how to fix it; one line for each error", async () => {
  const lines = await linesOf({ migrationId: world.migration.id });
  const refused = lines.find(({ status }) => status === "refused");
  const delivery = await world.deliveryOf("=BAD-1");
  expect(refused).toMatchObject({
    file: "people.csv",
    row: "3",
    line: "4",
    sentence: delivery.failureMessage,
    attempts: "1",
  });
  expect(lines.filter(({ reference }) => reference === "IN-1").map(({ field, sentence }) => [field, sentence])).toEqual(
    [
      ["dateOfBirth", "Date of birth is empty."],
      ["familyName", "Family name is empty."],
    ],
  );
  expect(lines.find(({ reference }) => reference === "EX-1")?.sentence).toContain("a double");
  expect(lines.every((line) => line.sentence !== "" && line.how_to_fix !== "")).toBe(true);
});

test("an associate that is not ready has its lines, which say which associate of the row it is; the clients stay who they were", async () => {
  const { id, migrationId, fileId, rowNumber } = await world.ctx.db.record.findFirstOrThrow({
    where: { reference: "IN-1" },
  });
  const recordId = `${id.slice(0, -4)}0002`;
  const issue = {
    migrationId,
    fileId,
    recordId,
    rowNumber,
    code: "link.role",
    severity: "error",
    field: "link.role",
  } as const;
  const { excludedReason: _, ...own } = await world.ctx.db.record.findUniqueOrThrow({ where: { id } });
  await world.ctx.db.record.create({ data: { ...own, id: recordId, role: "associate", reference: null } });
  await world.ctx.db.issue.create({ data: { ...issue, value: "wizard" } });
  const lines = await linesOf({ migrationId });
  expect(lines.filter(({ record }) => record === "associate")).toMatchObject([
    { reference: "", row: String(rowNumber), associate: "2", status: "invalid", code: "link.role" },
  ]);
  expect(lines.filter(({ record }) => record === "client").every(({ associate }) => associate === "")).toBe(true);
  await world.ctx.db.issue.deleteMany({ where: { recordId } });
  await world.ctx.db.record.delete({ where: { id: recordId } });
});

test("the report of a chunk holds its clients only", async () => {
  expect((await linesOf({ chunkId })).map(({ reference }) => reference)).toEqual(["'=BAD-1"]);
});

test("the screens of chunk and report count the same clients, and the identity holds on both", async () => {
  const report = must(await readReport(world.operator, world.migration.id));
  expect(report.identityHolds).toBe(true);
  expect(report.chunks).toMatchObject([{ clients: 3, created: 2, notCreated: 1 }]);
  expect(report.byCode.filter(({ permanent }) => permanent).length).toBeGreaterThanOrEqual(2);

  const chunk = must(await readChunk(world.operator, chunkId));
  expect(chunk).toMatchObject({
    status: "finished",
    identityHolds: true,
    deliveries: { created: 2, refused: 1 },
    byType: { individual: 3, company: 0 },
    inFlight: 0,
    etaSeconds: null,
  });
  expect(chunk.history.at(-1)).toMatchObject({ created: 2, failed: 1 });
  expect(JSON.stringify(chunk.samples)).not.toMatch(/Person\d/);
  expect(chunk.mayNotApproveBecause).not.toBeNull();
  expect(must(await readChunk(world.approver, chunkId)).mayNotApproveBecause).toBeNull();

  expect(must(await listFailures(world.operator, chunkId, {}))).toMatchObject({
    total: 1,
    next: null,
    failures: [{ reference: "=BAD-1", status: "refused" }],
  });
});
