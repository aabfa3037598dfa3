import { expect, test } from "vitest";
import type { Contract } from "#lib/contracts/contract.ts";
import { actionWords } from "./action-words.ts";

const modules = import.meta.glob<Record<string, unknown>>("../../lib/contracts/*.ts", { eager: true });
const contracts = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((each): each is Contract => typeof each === "object" && each !== null && "method" in each && "path" in each);
const commands = contracts.filter((contract) => contract.method !== "GET" && !contract.onlyLooks);

test("there are commands to look at", () => {
  expect(commands.length).toBeGreaterThan(15);
});

test.each(commands.map(({ method, path }) => `${method} ${path}`))("the audit log has words for %s", (action) => {
  expect(actionWords(action)).not.toBe(action);
});
