import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

const needed = { DATABASE_URL: "postgresql://u:p@127.0.0.1:5432/causeway", CAUSEWAY_SECRET: "x".repeat(32) };
const exampleText = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
const example = Object.fromEntries(
  [...exampleText.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((found) => [found[1], found[2]]),
);

test(".env.example names every variable the panel reads, and no other", () => {
  const derived = ["hasRealPassfort"];
  const optional = [
    "REDIS_URL",
    "CAUSEWAY_SECRET_OLD",
    "PASSFORT_BASE_URL",
    "PASSFORT_API_KEY",
    "PASSFORT_WEBHOOK_SECRET",
  ];
  const read = [...Object.keys(readEnv(needed)).filter((name) => !derived.includes(name)), ...optional];
  expect(Object.keys(example).sort()).toEqual([...new Set(read)].sort());
});

test("the values of .env.example are the defaults", () => {
  expect(readEnv({ ...example, ...needed, CAUSEWAY_DATA_DIR: "" })).toEqual(readEnv(needed));
});

test("a wrong environment is refused with every fault named", () => {
  expect(() => readEnv({ ...needed, CAUSEWAY_SECRET: "short", PORT: "ninety" })).toThrow(
    /CAUSEWAY_SECRET[\s\S]*PORT|PORT[\s\S]*CAUSEWAY_SECRET/,
  );
});

test("a real Passfort needs both its address and its key", () => {
  expect(readEnv({ ...needed, PASSFORT_BASE_URL: "https://api.passfort.com/4.0" }).hasRealPassfort).toBe(false);
  expect(
    readEnv({ ...needed, PASSFORT_BASE_URL: "https://api.passfort.com/4.0", PASSFORT_API_KEY: "k" }).hasRealPassfort,
  ).toBe(true);
});
