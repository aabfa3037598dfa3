import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chosenSecrets } from "./chosen-secrets.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "causeway-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string) => path.join(folder, name);

test("the secret of the data folder is replaced only after everything was moved, and a rotation that was cut off goes on with the same new one", () => {
  writeFileSync(inFolder("secret"), `${"o".repeat(64)}\n`);
  const first = chosenSecrets({}, folder);
  expect(first.from).toBe("o".repeat(64));
  expect(readFileSync(inFolder("secret"), "utf8").trim()).toBe(first.from);
  const again = chosenSecrets({}, folder);
  expect(again.to).toBe(first.to);
  again.settle();
  expect(readFileSync(inFolder("secret"), "utf8").trim()).toBe(first.to);
  expect(existsSync(inFolder("secret.next"))).toBe(false);
});

test("two secrets of the environment leave the data folder alone", () => {
  const chosen = chosenSecrets({ CAUSEWAY_SECRET_OLD: "old", CAUSEWAY_SECRET: "n".repeat(32) }, folder);
  chosen.settle();
  expect(chosen).toMatchObject({ from: "old", to: "n".repeat(32) });
  expect(existsSync(inFolder("secret"))).toBe(false);
});

test.each([
  ["only the new one", { CAUSEWAY_SECRET: "n".repeat(32) }, /Set both/],
  ["only the old one", { CAUSEWAY_SECRET_OLD: "o".repeat(32) }, /Set both/],
  ["a short new one", { CAUSEWAY_SECRET_OLD: "o".repeat(32), CAUSEWAY_SECRET: "short" }, /32 characters/],
  ["twice the same", { CAUSEWAY_SECRET_OLD: "o".repeat(32), CAUSEWAY_SECRET: "o".repeat(32) }, /the same/],
  ["none, and no file", {}, /There is no file/],
])("%s is refused with a sentence", (_, env, sentence) => {
  expect(() => chosenSecrets(env, folder)).toThrow(sentence);
});
