import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { afterAll, beforeAll, expect, test } from "vitest";

const repository = new URL("..", import.meta.url).pathname;
const rooms = { in: "lib/stages/plan", beside: "lib/stages/send" };

/** Every folder once, importing all that it may import. */
const lawful: Record<string, string[]> = {
  "lib/domain/chunk.ts": ["zod"],
  "lib/domain/track.ts": ["./chunk.ts"],
  "lib/clock.ts": [],
  "lib/seal.ts": ["node:crypto"],
  "lib/env.ts": ["zod", "#lib/domain/track.ts"],
  "lib/log.ts": ["pino"],
  "lib/stages/order.ts": ["#lib/domain/track.ts"],
  "lib/contracts/chunks.ts": ["zod", "../domain/chunk.ts"],
  "lib/client/call.ts": ["../contracts/chunks.ts", "@tanstack/react-query", "better-auth"],
  "lib/store/client.ts": ["pg", "#lib/domain/chunk.ts", "#lib/seal.ts"],
  "lib/store/test-database.ts": ["node:fs", "pg"],
  "lib/queue/dispatch.ts": ["bullmq", "../domain/chunk.ts"],
  "lib/files/storage.ts": ["node:fs", "@aws-sdk/client-s3", "../domain/chunk.ts"],
  "lib/sheets/workbook-of.ts": ["node:zlib", "../domain/chunk.ts"],
  "lib/passfort/to-wire.ts": ["../domain/chunk.ts"],
  "lib/passfort/client.ts": ["undici", "../domain/chunk.ts", "../clock.ts"],
  "lib/auth.ts": ["better-auth", "./env.ts", "./store/client.ts"],
  "lib/context.ts": [
    "pg",
    "./store/client.ts",
    "./queue/dispatch.ts",
    "./files/storage.ts",
    "./passfort/client.ts",
    "./env.ts",
  ],
  "lib/http/handle.ts": ["next", "../context.ts", "../auth.ts", "../contracts/chunks.ts", "../log.ts"],
  [`${rooms.in}/steps-of.ts`]: ["./words.ts", "../order.ts", "#lib/domain/chunk.ts", "zod", "csv-parse"],
  [`${rooms.in}/words.ts`]: [],
  [`${rooms.in}/query.ts`]: [
    "type ../../context.ts",
    "./steps-of.ts",
    "../../store/client.ts",
    "../../contracts/chunks.ts",
    "../../passfort/to-wire.ts",
  ],
  [`${rooms.in}/command.ts`]: [
    "./query.ts",
    "./command/launch.ts",
    "../../queue/dispatch.ts",
    "../../passfort/client.ts",
  ],
  [`${rooms.in}/command/launch.ts`]: [
    "type #lib/context.ts",
    "type pg",
    "../steps-of.ts",
    "#lib/files/storage.ts",
    "node:crypto",
  ],
  [`${rooms.in}/steps-of.test.ts`]: [
    "./steps-of.ts",
    "#lib/store/test-database.ts",
    "../../../simulator/start.ts",
    "vitest",
    "node:fs",
  ],
  [`${rooms.beside}/command.ts`]: [],
  [`${rooms.beside}/query.ts`]: [],
  [`${rooms.beside}/words.ts`]: [],
  "lib/overview/query.ts": ["#lib/store/client.ts"],
  "lib/metrics/query/exposition.ts": ["prom-client"],
  "components/chunks/chunk-row.tsx": [
    "react",
    "#lib/client/call.ts",
    "#lib/stages/plan/words.ts",
    "#lib/domain/chunk.ts",
  ],
  "app/page.tsx": [
    "next",
    "#components/chunks/chunk-row.tsx",
    "#lib/stages/plan/query.ts",
    "#lib/http/handle.ts",
    "#lib/overview/query.ts",
  ],
  "app/route.ts": ["#lib/stages/plan/command/launch.ts", "#lib/context.ts", "#lib/contracts/chunks.ts"],
  "workers/main.ts": ["./registry.ts", "#lib/domain/chunk.ts", "#lib/context.ts", "#lib/queue/dispatch.ts"],
  "workers/registry.ts": ["#lib/stages/plan/command.ts"],
  "simulator/start.ts": ["./world.ts", "hono", "node:fs"],
  "simulator/world.ts": ["zod"],
  "simulator/test-client.ts": ["./start.ts", "vitest"],
  "prisma/seed.ts": ["#lib/context.ts", "node:fs", "pg"],
  "bin/demo.ts": [
    "#lib/context.ts",
    "../workers/main.ts",
    "../simulator/start.ts",
    "../samples/generate.ts",
    "node:fs",
  ],
  "samples/generate.ts": ["node:fs"],
  "e2e/01-main-job.spec.ts": [
    "./support/sign-in.ts",
    "#lib/store/test-database.ts",
    "../simulator/start.ts",
    "#lib/domain/chunk.ts",
  ],
  "e2e/support/sign-in.ts": [],
  "bench/rows.ts": ["pg"],
};

/** One file a rule, breaking that rule and no other. */
const unlawful: [rule: string, file: string, imports: string][] = [
  ["app-only-translates", "app/p1.ts", "#lib/queue/dispatch.ts"],
  ["components-show", "components/p2.tsx", "#lib/store/client.ts"],
  ["client-knows-contracts", "lib/client/p3.ts", "#lib/log.ts"],
  ["http-joins-contract-and-door", "lib/http/p4.ts", "#lib/stages/plan/command.ts"],
  ["workers-knock", "workers/p5.ts", "#lib/stages/plan/query.ts"],
  ["commands-stay-in-their-room", `${rooms.in}/command/p6.ts`, "#lib/client/call.ts"],
  ["queries-only-look", `${rooms.in}/query/p7.ts`, "#lib/passfort/client.ts"],
  ["pure-files-know-nouns", `${rooms.in}/p8.ts`, "./query.ts"],
  ["contracts-know-nouns", "lib/contracts/p9.ts", "#lib/stages/order.ts"],
  ["domain-knows-itself", "lib/domain/p10.ts", "#lib/clock.ts"],
  ["store-is-an-adapter", "lib/store/p11.ts", "#lib/queue/dispatch.ts"],
  ["passfort-is-an-adapter", "lib/passfort/p12.ts", "#lib/store/client.ts"],
  ["queue-is-an-adapter", "lib/queue/p13.ts", "#lib/files/storage.ts"],
  ["files-is-an-adapter", "lib/files/p14.ts", "#lib/passfort/client.ts"],
  ["sheets-write-alone", "lib/sheets/p14b.ts", "#lib/store/client.ts"],
  ["order-knows-nouns", "lib/stages/order.ts", "#lib/contracts/chunks.ts"],
  ["context-joins-adapters", "lib/context.ts", "#lib/stages/plan/words.ts"],
  ["auth-joins-sign-in", "lib/auth.ts", "#lib/queue/dispatch.ts"],
  ["ground-stands-alone", "lib/clock.ts", "#lib/contracts/chunks.ts"],
  ["simulator-stands-alone", "simulator/p15.ts", "#lib/domain/chunk.ts"],
  ["bin-starts-processes", "bin/p16.ts", "#components/chunks/chunk-row.tsx"],
  ["prisma-seeds-through-context", "prisma/p17.ts", "../samples/generate.ts"],
  ["samples-stand-alone", "samples/p18.ts", "#lib/domain/chunk.ts"],
  ["nobody-imports-app", "e2e/support/p19.ts", "../../app/page.tsx"],
  ["nobody-imports-workers", "e2e/support/p20.ts", "../../workers/main.ts"],
  ["nobody-imports-e2e", "bench/p21.ts", "../e2e/support/sign-in.ts"],
  ["nobody-imports-simulator", "prisma/p22.ts", "../simulator/start.ts"],
  ["tests-start-the-simulator", `${rooms.in}/p23.db.test.ts`, "../../../simulator/world.ts"],
  ["rooms-never-meet", `${rooms.in}/p24.ts`, "../send/words.ts"],
  ["rooms-are-entered-by-doors", "app/p25.ts", "#lib/stages/plan/words.ts"],
  ["doors-take-context-as-type", `${rooms.in}/command/p26.ts`, "#lib/context.ts"],
  ["test-support-is-for-tests", "lib/store/p27.ts", "./test-database.ts"],
  ["nobody-imports-a-test", `${rooms.in}/p28.ts`, "./steps-of.test.ts"],
  ["files-only-in-files", "workers/p29.ts", "node:fs/promises"],
  ["shared-code-runs-in-the-browser", "lib/domain/p30.ts", "node:crypto"],
  ["pure-files-use-pure-libraries", `${rooms.in}/p31.ts`, "lodash"],
  ["postgres-only-in-store", `${rooms.in}/command/p32.ts`, "pg"],
  ["bullmq-only-in-queue", "workers/p33.ts", "bullmq"],
  ["undici-only-in-passfort", "app/p34.ts", "undici"],
  ["s3-only-in-files", "workers/p34b.ts", "@aws-sdk/client-s3"],
  ["sign-in-only-in-auth", "app/p35.ts", "better-auth"],
  ["hono-only-in-simulator", "app/p36.ts", "hono"],
  ["pino-only-in-log", "workers/p37.ts", "pino"],
  ["prom-client-only-in-metrics", "workers/p37b.ts", "prom-client"],
  ["screens-only-in-components", "workers/p38.ts", "react"],
  ["next-only-at-the-entry", `${rooms.in}/command/p39.ts`, "next"],
  ["no-cycles", "lib/store/p40.ts", "type ./p41.ts"],
  ["no-junk-drawers", "workers/p42.ts", "./helpers.ts"],
  ["no-import-of-nothing", "workers/p43.ts", "./nowhere.ts"],
  ["no-undeclared-package", "workers/p44.ts", "stray"],
  ["no-test-package-in-production", "workers/p45.ts", "vitest"],
];

/** What a planted file needs beside it, and the rules that cannot be broken without another. */
const beside: Record<string, string[]> = { "lib/store/p41.ts": ["./p40.ts"], "workers/helpers.ts": [] };
const breaksToo: Record<string, string[]> = {
  "rooms-never-meet": ["pure-files-know-nouns"],
  "rooms-are-entered-by-doors": ["app-only-translates"],
  "http-joins-contract-and-door": [],
  "nobody-imports-simulator": ["prisma-seeds-through-context"],
  "context-joins-adapters": ["rooms-are-entered-by-doors"],
};

const dependencies =
  "zod pg bullmq undici next react hono pino prom-client lodash csv-parse better-auth @aws-sdk/client-s3 @tanstack/react-query".split(
    " ",
  );
const trees: string[] = [];
let config: ICruiseOptions;

beforeAll(async () => {
  config = await extractOptions(join(repository, ".dependency-cruiser.mjs"));
});
afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

test("a tree in which every folder imports all that it may is clean", async () => {
  expect(await brokenIn(plant(lawful))).toEqual([]);
});

test("each planted violation is reported by the rule that was written for it, and by no other", async () => {
  const planted = Object.fromEntries(unlawful.map(([, file, imports]) => [file, [imports]]));
  const lines = await brokenIn(plant({ ...lawful, ...planted, ...beside }));
  const expected = unlawful.flatMap(([rule, file]) =>
    [rule, ...(breaksToo[rule] ?? [])].map((name) => `${file} breaks ${name}`),
  );
  expect(lines.filter((line) => !line.startsWith("lib/store/p41.ts"))).toEqual(expected.sort());
});

test("every rule has a planted violation and a sentence", () => {
  const rules = config.ruleSet?.forbidden ?? [];
  expect(unlawful.map(([rule]) => rule).sort()).toEqual(rules.map((rule) => rule.name ?? "").sort());
  for (const rule of rules) expect(rule.comment, rule.name).toMatch(/^[A-Za-z].{50,}[.)]$/);
});

/** Writes a small project whose files import what the table says, and returns its folder. */
function plant(files: Record<string, string[]>): string {
  const root = mkdtempSync(join(tmpdir(), "import-rules-"));
  trees.push(root);
  const versions = Object.fromEntries(dependencies.map((name) => [name, "*"]));
  const imports = { "#lib/*": "./lib/*", "#components/*": "./components/*" };
  const project = { type: "module", imports, dependencies: versions, devDependencies: { vitest: "*" } };
  write(root, "package.json", JSON.stringify(project));
  for (const name of [...dependencies, "vitest", "stray"]) {
    write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "main.js" }));
    write(root, `node_modules/${name}/main.js`, "module.exports = {};");
  }
  for (const [file, imports] of Object.entries(files)) write(root, file, sourceOf(imports));
  return root;
}

function sourceOf(imports: string[]): string {
  const lines = imports.map((from, at) =>
    from.startsWith("type ")
      ? `import type { T${at} } from "${from.slice(5)}";\nexport type U${at} = T${at};`
      : `import * as t${at} from "${from}";\nexport const u${at} = t${at};`,
  );
  return `${lines.join("\n")}\nexport type Own = string;\n`;
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** The broken rules as sorted lines, "file breaks rule". */
async function brokenIn(root: string): Promise<string[]> {
  const folders = ["app", "components", "lib", "workers", "simulator", "prisma", "bin", "bench", "e2e", "samples"];
  const { tsConfig: _, rulesFile: __, ...options } = config;
  const { output } = await cruise(folders, { ...options, baseDir: root, validate: true });
  if (typeof output === "string") throw new Error(`dependency-cruiser answered with text: ${output}`);
  return [
    ...new Set((output as ICruiseResult).summary.violations.map((v) => `${v.from} breaks ${v.rule.name}`)),
  ].sort();
}
