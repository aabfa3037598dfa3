import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const repository = join(import.meta.dirname, "..");
/**
 * transition.ts moves one status. The others do in one statement what may not come apart from the move, and log it themselves.
 * A new name here needs such a reason.
 */
const writers: Record<string, string> = {
  "lib/store/transition.ts": "the one place",
  "lib/store/move-readiness.ts": "readiness of a whole file at once",
  "lib/store/make-way.ts": "readiness of what stays of a whole file, together with the removal of the rest",
  "lib/store/merge-check.ts": "readiness of a whole file at once, together with its records and issues",
  "lib/store/replace-records.ts":
    "readiness of records that are checked again, together with what they say: written once",
  "lib/store/exclude-records.ts": "many records at once, fenced by the chunks that hold them",
  "lib/store/insert-deliveries.ts": "what an ended chunk left undone is queued together with the new ones",
  "lib/store/requeue-gaps.ts": "every created client with gaps of a chunk at once",
  "lib/store/requeue-failed.ts": "every failed delivery of a chunk at once",
  "lib/store/settle-by-hand.ts": "what a person found in Passfort and where the delivery goes on become true together",
  "lib/store/withdraw-deliveries.ts": "every delivery of a stopped chunk at once",
  "lib/store/claim-delivery.ts": "taking a delivery in hand is fenced by generation, chunk and hold",
  "lib/store/settle-delivery.ts": "letting it out of the hand is fenced by the claim",
  "lib/store/answer.ts": "an accepted attempt, its step and the new profile id become true together",
};
const statusColumns = ["status", "readiness"];
/** A million rows judged by one check, or thousands by one fix, are one event, which the check itself records. */
const judgements = [
  "lib/store/move-readiness.ts",
  "lib/store/make-way.ts",
  "lib/store/merge-check.ts",
  "lib/store/replace-records.ts",
];
const logsItself = /insert into "Transition"/i;

test("no status is written outside the few statements of lib/store that are named here", () => {
  const files = globSync("{lib,app,workers,components}/**/*.{ts,tsx}", { cwd: repository });
  const written = files
    .filter((file) => !file.startsWith("lib/store/generated") && !/\.test\.tsx?$/.test(file) && !(file in writers))
    .flatMap((file) => statusWritesIn(read(file)).map((write) => `${file}:${write.line}`));
  expect(written).toEqual([]);
});

test("every writer named here exists and writes a status, so that the list does not outlive its reasons", () => {
  const idle = Object.keys(writers).filter(
    (file) => !existsSync(join(repository, file)) || statusWritesIn(read(file)).length === 0,
  );
  expect(idle).toEqual([]);
});

test("a statement that moves a status writes its Transition row in the same breath", () => {
  const silent = Object.keys(writers)
    .filter((file) => !judgements.includes(file))
    .flatMap((file) => statusWritesIn(read(file)).map((write) => ({ file, ...write })))
    .filter((write) => !logsItself.test(write.text));
  expect(silent).toEqual([]);
});

test.each([
  ["update", 'await db.chunk.update({ where: { id }, data: { status: "running" } });'],
  ["updateMany", "db.delivery.updateMany({ data: { heldUntil: null, status } });"],
  ["upsert", 'tx.record.upsert({ where, create: {}, update: { readiness: "ready" } });'],
  ["a set wrapped in an object", 'db.chunk.update({ where, data: { status: { set: "paused" } } });'],
  ["a conditional spread", 'db.chunk.update({ where, data: { ...(done && { status: "finished" }) } });'],
  ["SQL", 'db.$executeRaw`update "Delivery" set "sentAt" = now(), "status" = \'sent\' where id = 1`;'],
  ["SQL in a string", 'pool.query("UPDATE chunk SET status = $1");'],
  [
    "SQL after a conflict",
    'db.$executeRaw`insert into "Record" values (1) on conflict (id) do update set readiness = excluded.readiness`;',
  ],
])("a status written by %s is seen", (_, source) => {
  expect(statusWritesIn(source).map((write) => write.line)).toEqual([1]);
});

test.each([
  ["looked for", 'db.chunk.updateMany({ where: { status: "draft" }, data: { processes: 3 } });'],
  ["selected", "db.chunk.findMany({ select: { status: true } });"],
  ["compared in SQL", "db.$executeRaw`update \"Delivery\" set generation = generation + 1 where status = 'queued'`;"],
  ["answered over HTTP", "Response.json({}, { status: 503 });"],
  ["given at birth", 'db.attempt.create({ data: { status: "open" } });'],
])("a status that is only %s is left alone", (_, source) => {
  expect(statusWritesIn(source)).toEqual([]);
});

const read = (file: string): string => readFileSync(join(repository, file), "utf8");

/** Where `source` writes a status column, through Prisma or through SQL. */
function statusWritesIn(source: string): { line: number; text: string }[] {
  const file = ts.createSourceFile("source.tsx", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const writes: { line: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (isPrismaStatusWrite(node) || isSqlStatusWrite(node)) {
      writes.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.getText() });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return writes;
}

function isPrismaStatusWrite(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  if (!/^(?:update|updateMany|updateManyAndReturn|upsert)$/.test(node.expression.name.text)) return false;
  const [argument] = node.arguments;
  if (!argument || !ts.isObjectLiteralExpression(argument)) return false;
  return argument.properties.some(
    (property) => isNamed(property, ["data", "update"]) && names(property, statusColumns),
  );
}

/** Does an object inside `node` have a property of one of these names? */
function names(node: ts.Node, wanted: string[]): boolean {
  return ts.forEachChild(node, (child) => isNamed(child, wanted) || names(child, wanted)) ?? false;
}

function isNamed(node: ts.Node, wanted: string[]): boolean {
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return false;
  return wanted.includes(node.name.getText().replaceAll(/["']/g, ""));
}

function isSqlStatusWrite(node: ts.Node): boolean {
  if (!ts.isStringLiteral(node) && !ts.isTemplateLiteral(node)) return false;
  const assignments = node
    .getText()
    .matchAll(/\bupdate\b[\s\S]*?\bset\b([\s\S]*?)(?:\bwhere\b|\bfrom\b|\breturning\b|$)/gi);
  const column = new RegExp(`(?<![.\\w])"?(?:${statusColumns.join("|")})"?\\s*=|\\$\\{status\\}\\s*=`, "i");
  return [...assignments].some(([, list = ""]) => column.test(list));
}
