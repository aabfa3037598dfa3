import { expect, test } from "vitest";
import { listRecords } from "#lib/contracts/issues.ts";
import { readMigration } from "#lib/contracts/migrations.ts";
import { keyOf, keyOfUrl } from "./queries.ts";

const migrationId = "0d6c2a52-9e4e-4a0a-9f61-2f5f6ef0a001";

test("the key of a migration begins the key of everything below it, so one invalidation covers all", () => {
  const whole = keyOf(readMigration, { params: { migrationId } });
  const part = keyOf(listRecords, { params: { migrationId }, query: { search: "10/2" } });
  expect(part.slice(0, whole.length)).toEqual(whole);
});

test("two questions to one address have two keys", () => {
  const ask = (search: string) => keyOf(listRecords, { params: { migrationId }, query: { search } });
  expect(ask("a")).not.toEqual(ask("b"));
});

test("slashes at the ends make no empty parts", () => {
  expect(keyOfUrl("/api/people/")).toEqual(["api", "people"]);
});
