import { expect, test } from "vitest";
import { readSettings } from "./settings.mjs";

const read = (env = {}, argv = [], isRoot = false) => readSettings({ argv, env, isRoot, repository: "/repo" });

test("without any configuration: port 3000, simulator on 4010, data beside the program", () => {
  expect(read()).toMatchObject({
    port: 3000,
    simulatorPort: 4010,
    runsSimulator: true,
    dataDir: "/repo/.data",
    baseUrl: "http://localhost:3000",
    databaseUrl: undefined,
  });
});

test("root's data lies where the system keeps such data, as the database's own user must reach it", () => {
  expect(read({}, [], true).dataDir).toBe("/var/lib/causeway");
});

test("a variable that is set to nothing counts as not set", () => {
  expect(read({ PORT: "", DATABASE_URL: "", REDIS_URL: "", CAUSEWAY_DATA_DIR: "", CAUSEWAY_SECRET: "" })).toEqual(
    read(),
  );
});

test("a real Passfort is configured by address and key together, and then there is no simulator", () => {
  const address = { PASSFORT_BASE_URL: "https://api.passfort.example/4.0" };
  expect(read(address).runsSimulator).toBe(true);
  expect(read({ ...address, PASSFORT_API_KEY: "key" }).runsSimulator).toBe(false);
  expect(read({ SIMULATOR: "off" }).runsSimulator).toBe(false);
});

test("the demo never runs against a real Passfort", () => {
  const real = { PASSFORT_BASE_URL: "https://api.passfort.example/4.0", PASSFORT_API_KEY: "key" };
  expect(() => read(real, ["--demo"])).toThrow(/simulator only/);
  expect(() => read({ SIMULATOR: "off" }, ["--demo"])).toThrow(/simulator only/);
});

test.each(["abc", "0", "65536", "30.5", "-1"])("PORT=%s is refused with the variable's name", (PORT) => {
  expect(() => read({ PORT })).toThrow(`PORT is "${PORT}"`);
});

test("one port for both the panel and the simulator is refused", () => {
  expect(() => read({ PORT: "4010" })).toThrow(/both 4010/);
  expect(() => read({ PORT: "4010", SIMULATOR: "off" })).not.toThrow();
});

test("flags that are not ours go to the demo, and are refused without it", () => {
  expect(read({}, ["--demo", "--clients", "50", "--exit"])).toMatchObject({
    demo: true,
    exit: true,
    demoArguments: ["--clients", "50"],
  });
  expect(() => read({}, ["--clients", "50"])).toThrow(/no option --clients 50/);
});

test("a secret that is too short is refused", () => {
  expect(() => read({ CAUSEWAY_SECRET: "short" })).toThrow(/32 characters/);
});
