import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const repository = join(import.meta.dirname, "..");
const ours = "{app,components,lib,workers,simulator}/**/*.{ts,tsx}";
const isDoor = /^lib\/(?:(?:stages|settings)\/[^/]+|overview|metrics)\/(?:command|query)(?:\.ts$|\/)/;
const isPure = (file: string) =>
  /^lib\/(?:domain|contracts|stages|settings|overview|metrics)\//.test(file) && !isDoor.test(file);

test("the environment is read by lib/env.ts and by nothing else in the panel", () => {
  const readers = filesThatSay(["process.env"]).filter((file) => !file.startsWith("simulator/"));
  expect(readers).toEqual(["lib/env.ts"]);
});

test("the panel and its workers speak through lib/log.ts, never through console", () => {
  const speakers = filesThatSay(["console"]).filter((file) => !file.startsWith("simulator/"));
  expect(speakers).toEqual([]);
});

test("time and chance reach no pure file: they are arguments there", () => {
  const chance = [
    "Date.now",
    "new Date()",
    "Math.random",
    "crypto.randomUUID",
    "randomUUID",
    "setTimeout",
    "performance.now",
  ];
  expect(filesThatSay(chance).filter(isPure)).toEqual([]);
});

test.each([
  ["process.env", "const port = process.env.PORT;", true],
  ["process.env", "const env = process['env'];", true],
  ["process.env", "// process.env is read elsewhere", false],
  ["process.env", 'const hint = "set process.env.PORT";', false],
  ["console", "console.error(fault);", true],
  ["console", "const console = 1;", false],
  ["new Date()", "const now = new Date();", true],
  ["new Date()", "const then = new Date(text);", false],
  ["Math.random", "const jitter = Math.random() * 2;", true],
  ["randomUUID", "const id = randomUUID();", true],
])("looking for %s in «%s» answers %s", (word, source, found) => {
  expect(says(source, [word])).toBe(found);
});

function filesThatSay(words: string[]): string[] {
  return globSync(ours, { cwd: repository })
    .filter((file) => !file.startsWith("lib/store/generated") && !/\.test\.tsx?$|test-database\.ts$/.test(file))
    .filter((file) => says(readFileSync(join(repository, file), "utf8"), words))
    .sort();
}

/** Is one of these expressions used in the code of `source`? Comments and strings do not count. */
function says(source: string, words: string[]): boolean {
  const file = ts.createSourceFile("source.tsx", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node): boolean =>
    words.includes(expressionOf(node)) || (ts.forEachChild(node, visit) ?? false);
  return visit(file);
}

function expressionOf(node: ts.Node): string {
  if (ts.isNewExpression(node) && (node.arguments?.length ?? 0) === 0) return `new ${node.expression.getText()}()`;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return `${node.expression.getText()}.${node.argumentExpression.text}`;
  }
  if (!ts.isPropertyAccessExpression(node)) return ts.isCallExpression(node) ? node.expression.getText() : "";
  return node.expression.getText() === "console" ? "console" : node.getText();
}
