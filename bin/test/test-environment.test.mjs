import { expect, test } from "vitest";
import { envSchema } from "../../lib/env.ts";
import { testEnvironment } from "./test-environment.mjs";

test("no variable that the panel reads comes from whoever runs the tests", () => {
  const names = Object.keys(envSchema.in.shape);
  const theirs = Object.fromEntries(names.map((name) => [name, "theirs"]));
  const environment = testEnvironment(theirs);
  expect(names.filter((name) => environment[name] !== "")).toEqual([]);
});
