import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "./fingerprint.mjs";

let root = "";
const at = (...parts) => path.join(root, ...parts);

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "causeway-fingerprint-"));
  mkdirSync(at("app", "deep"), { recursive: true });
  writeFileSync(at("app", "page.tsx"), "one");
  writeFileSync(at("app", "deep", "page.test.ts"), "two");
});
afterEach(() => rmSync(root, { recursive: true }));

const now = () => fingerprint(root, ["app", "absent"], (file) => !file.endsWith(".test.ts"));

test("nothing changed: the same fingerprint", () => {
  expect(now()).toBe(now());
});

test("a changed, added, removed or renamed file changes it", () => {
  const seen = [now()];
  writeFileSync(at("app", "page.tsx"), "One");
  seen.push(now());
  writeFileSync(at("app", "deep", "more.ts"), "");
  seen.push(now());
  renameSync(at("app", "deep", "more.ts"), at("app", "deep", "less.ts"));
  seen.push(now());
  rmSync(at("app", "page.tsx"));
  seen.push(now());
  expect(new Set(seen).size).toBe(seen.length);
});

test("a file that does not count changes nothing", () => {
  const before = now();
  writeFileSync(at("app", "deep", "page.test.ts"), "changed");
  expect(now()).toBe(before);
});
