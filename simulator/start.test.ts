import { expect, test } from "vitest";
import { readArguments } from "./arguments.ts";
import { completeConfig } from "./config.ts";
import { startSimulator } from "./start.ts";
import { simulatorForTest } from "./test-client.ts";

test("a port in use is one sentence that names the port and the way out", async () => {
  const { simulator } = await simulatorForTest();
  const port = Number(new URL(simulator.url).port);
  await expect(startSimulator({ port })).rejects.toThrow(
    `Port ${port} is already in use; stop the program that uses it, or choose another with --port.`,
  );
});

test("a closed simulator lets go of its port, with connections still open", async () => {
  const { simulator, api } = await simulatorForTest();
  await api("GET", "/whoami");
  await simulator.close();
  const again = await startSimulator({ port: Number(new URL(simulator.url).port) });
  expect(again.url).toBe(simulator.url);
  await again.close();
});

test.each([
  [["--port", "seventy"], /--port must be a whole number/],
  [["--port", "70000"], /--port must be a whole number/],
  [["--latency", "-1"], /--help|whole number/],
  [["--colour", "red"], /Unknown option '--colour'; run with --help/],
  [["extra"], /--help/],
])("the arguments %j are refused with a sentence", (words, sentence) => {
  expect(() => readArguments(words)).toThrow(sentence);
});

test("arguments are read, and the port has a default", () => {
  expect(readArguments([])).toEqual({ port: 4010 });
  expect(readArguments(["--port=1", "--latency", "5", "--config", "a", "--snapshot", "b"])).toEqual({
    port: 1,
    latencyMs: 5,
    config: "a",
    snapshotFile: "b",
  });
});

test("the bundled accounts are one demo and one live, with the products that the panel expects", () => {
  const { accounts, products } = completeConfig();
  expect(accounts.map(({ key, mode }) => [key, mode])).toEqual([
    ["sim-demo-key", "demo"],
    ["sim-live-key", "live"],
  ]);
  const automatic = products.filter((one) => one.autoApply).map((one) => one.alias);
  expect(automatic).toEqual(["individual_onboarding", "company_onboarding"]);
  expect(products.map((one) => one.alias)).toEqual(
    expect.arrayContaining(["individual_migration", "company_migration"]),
  );
});
