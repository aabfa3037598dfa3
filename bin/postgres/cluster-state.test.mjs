import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clusterState, majorVersion } from "./cluster-state.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "causeway-cluster-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const versionFile = (text) => writeFileSync(path.join(folder, "PG_VERSION"), text);

test("a folder with nothing in it, or none at all, may become a database", () => {
  expect(clusterState(folder)).toBe("empty");
  expect(clusterState(path.join(folder, "absent"))).toBe("empty");
});

test("a folder of our version is a database", () => {
  versionFile(`${majorVersion}\n`);
  expect(clusterState(folder)).toBe("there");
});

test.each([
  ["without PG_VERSION", undefined, /damaged: its file PG_VERSION is missing/],
  ["with an unreadable PG_VERSION", "rubbish", /damaged: its file PG_VERSION cannot be read/],
  ["of another version", "16\n", /written by PostgreSQL 16/],
])("a folder %s is named in a sentence and left as it is", (_what, text, sentence) => {
  mkdirSync(path.join(folder, "base"));
  if (text !== undefined) versionFile(text);
  const before = readdirSync(folder);
  expect(() => clusterState(folder)).toThrow(sentence);
  expect(() => clusterState(folder)).toThrow(folder);
  expect(readdirSync(folder)).toEqual(before);
});
