import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

const needed = { DATABASE_URL: "postgresql://u:p@127.0.0.1:5432/causeway", CAUSEWAY_SECRET: "x".repeat(32) };
const exampleText = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
const example = Object.fromEntries(
  [...exampleText.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map((found) => [found[1], found[2]]),
);

test(".env.example names every variable the panel reads, and no other", () => {
  const derived = ["hasRealPassfort"];
  const optional = [
    "REDIS_URL",
    "CAUSEWAY_SECRET_OLD",
    "PASSFORT_BASE_URL",
    "PASSFORT_API_KEY",
    "PASSFORT_WEBHOOK_SECRET",
    "FILES_S3_BUCKET",
    "FILES_S3_REGION",
    "FILES_S3_ENDPOINT",
    "FILES_S3_PREFIX",
    "FILES_S3_ACCESS_KEY_ID",
    "FILES_S3_SECRET_ACCESS_KEY",
    "METRICS_TOKEN",
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

test.each(["fifteen-letters", "a token with blanks in it"])(
  "a token for metrics that is easily guessed or cannot be sent is a sentence at the start: %s",
  (token) => {
    expect(() => readEnv({ ...needed, METRICS_TOKEN: token })).toThrow(/METRICS_TOKEN: needs at least 16 characters/);
  },
);

test("without a token for metrics the panel starts, and one of sixteen characters is taken", () => {
  expect(readEnv({ ...needed, METRICS_TOKEN: "" }).METRICS_TOKEN).toBeUndefined();
  expect(readEnv({ ...needed, METRICS_TOKEN: "sixteen-letters!" }).METRICS_TOKEN).toBe("sixteen-letters!");
});

test("a real Passfort needs both its address and its key", () => {
  expect(readEnv({ ...needed, PASSFORT_BASE_URL: "https://api.passfort.com/4.0" }).hasRealPassfort).toBe(false);
  expect(
    readEnv({ ...needed, PASSFORT_BASE_URL: "https://api.passfort.com/4.0", PASSFORT_API_KEY: "k" }).hasRealPassfort,
  ).toBe(true);
});

const inBucket = { ...needed, FILES_S3_BUCKET: "books", FILES_S3_REGION: "eu-west-2" };

test.each([
  [{ ...inBucket, FILES_S3_BUCKET: "" }, /FILES_S3_BUCKET: is missing, though FILES_S3_REGION is set/],
  [{ ...inBucket, FILES_S3_REGION: "" }, /FILES_S3_REGION: is missing/],
  [{ ...inBucket, FILES_S3_ACCESS_KEY_ID: "key" }, /FILES_S3_SECRET_ACCESS_KEY: is missing/],
  [{ ...inBucket, FILES_S3_SECRET_ACCESS_KEY: "secret" }, /FILES_S3_ACCESS_KEY_ID: is missing/],
  [{ ...inBucket, FILES_S3_ENDPOINT: "minio:9000" }, /FILES_S3_ENDPOINT: is the address of an S3 server/],
  [{ ...inBucket, FILES_S3_PREFIX: "/books" }, /FILES_S3_PREFIX: takes letters/],
  [{ ...inBucket, UPLOAD_MAX_BYTES: "90000000000" }, /UPLOAD_MAX_BYTES: can be 80000000000 at most/],
])("a bucket that is configured by half or wrongly is a sentence at the start", (environment, sentence) => {
  expect(() => readEnv(environment)).toThrow(sentence);
});

test("a bucket needs its name and a region, or the address of its server; a prefix may end in a slash", () => {
  const server = { ...needed, FILES_S3_BUCKET: "books", FILES_S3_ENDPOINT: "http://minio:9000" };
  expect(readEnv(inBucket).FILES_S3_BUCKET).toBe("books");
  expect(readEnv({ ...server, FILES_S3_PREFIX: "causeway/test/" }).FILES_S3_PREFIX).toBe("causeway/test");
});
