import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { completeConfig } from "./config.ts";
import { startSimulator } from "./start.ts";
import { individual, simulatorForTest } from "./test-client.ts";

const account = (more: object = {}) => ({ key: "k", keyName: "K", mode: "demo", institution: "Example", ...more });
const variant = (more: object = {}) => ({ alias: "v", name: "V", type: "COMPANY_MANUAL_TASK", ...more });
const product = (more: object = {}) => ({ alias: "p", name: "P", entityType: "COMPANY", tasks: ["v"], ...more });

test.each<[what: string, wrong: object, where: string, sentence: RegExp]>([
  ["two accounts with one key", { accounts: [account(), account()] }, "accounts", /two accounts have the key "k"/],
  ["no account", { accounts: [] }, "accounts", /Too small/],
  ["an account without a key", { accounts: [account({ key: undefined })] }, "accounts.0", /"key" with "keyName"/],
  ["an unknown mode", { accounts: [account({ mode: "test" })] }, "accounts.0.mode", /"demo"\|"live"/],
  ["a switch that does not exist", { settings: { speed: 1 } }, "settings", /speed/],
  ["a switch in no position", { settings: { revert: "never" } }, "settings.revert", /"same"\|"new"/],
  [
    "a product with an unknown task",
    { products: [product()] },
    "products.0.tasks.0",
    /task variant "v", which does not exist/,
  ],
  [
    "a task for the other entity type",
    { products: [product({ entityType: "INDIVIDUAL" })], taskVariants: [variant()] },
    "products.0.tasks.0",
    /of type COMPANY_MANUAL_TASK/,
  ],
  [
    "the same mistake in an account's own policy",
    { accounts: [account({ products: [product({ tasks: ["w"] })], taskVariants: [variant()] })] },
    "accounts.0.products.0.tasks.0",
    /"w", which does not exist/,
  ],
  [
    "two products of one name",
    { products: [product(), product()], taskVariants: [variant()] },
    "products",
    /two products/,
  ],
  [
    "two variants of one name",
    { products: [], taskVariants: [variant(), variant()] },
    "taskVariants",
    /two task variants/,
  ],
  [
    "an associates' product that is not there",
    { products: [], taskVariants: [variant({ associateProducts: { COMPANY: "p" } })] },
    "taskVariants.0.associateProducts.COMPANY",
    /"p", which does not exist for this entity type/,
  ],
  ["an unknown task type", { taskVariants: [variant({ type: "MAKE_TEA" })] }, "taskVariants.0.type", /Invalid option/],
  [
    "a task that runs out too soon",
    { taskVariants: [variant({ expiresAfterDays: 30 })] },
    "taskVariants.0.expiresAfterDays",
    />=60/,
  ],
])("a configuration with %s is refused with a sentence that says where", (_what, wrong, where, sentence) => {
  const attempt = () => completeConfig(wrong);
  expect(attempt).toThrow(sentence);
  expect(attempt).toThrow(`wrong at "${where}": `);
});

test.each([
  ["does not exist", null, /cannot be read; check the path/],
  ["is no JSON", "accounts: []", /is not valid JSON/],
  ["holds a list", "[]", /must hold one JSON object/],
  ["has a mistake", '{"accounts":[{}]}', /mine\.json is wrong at "accounts\.0\.mode"/],
])("a configuration file that %s is named in the sentence", async (_what, text, sentence) => {
  const folder = await mkdtemp(join(tmpdir(), "simulator-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "mine.json");
  if (text !== null) await writeFile(file, text);
  await expect(startSimulator({ config: file })).rejects.toThrow(sentence);
  await expect(startSimulator({ config: file })).rejects.toThrow(file);
});

test("the example in the README is a configuration that can be used", () => {
  const readme = readFileSync(new URL("./README.md", import.meta.url), "utf8");
  const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? "");
  const [account] = completeConfig(example).accounts;
  expect(account?.keys.map(({ name }) => name)).toEqual(["Migration", "Web shop"]);
});

test("an account's own policy is used for it, and for no other", async () => {
  const own = account({
    products: [product({ alias: "theirs", entityType: "INDIVIDUAL", autoApply: true })],
    taskVariants: [variant({ type: "INDIVIDUAL_MANUAL_TASK" })],
  });
  const { api } = await simulatorForTest({ accounts: [own, account({ key: "other" })] } as object);
  const aliasFor = async (apikey: string) =>
    (await api("POST", "/profiles", individual("C-1"), { apikey })).body.applications[0].product.alias;
  expect([await aliasFor("k"), await aliasFor("other")]).toEqual(["theirs", "individual_onboarding"]);
});
