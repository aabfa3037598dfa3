import { expect, test } from "vitest";
import { addressProblem } from "./address-problem.ts";

const simulatorUrl = "http://127.0.0.1:4010/4.0";

test.each([
  ["demo", "https://api.passfort.com/4.0"],
  ["production", "https://api.us.maxsight.com/4.0/"],
  ["production", "https://passfort.proxy.example/eu/4.0"],
  ["simulator", "http://localhost:4010/4.0"],
  ["simulator", "http://simulator:4010/4.0"],
  ["simulator", "https://simulator.example/4.0"],
] as const)("a %s connection may lie at %s", (environment, address) => {
  expect(addressProblem(environment, address, simulatorUrl)).toBeNull();
});

test.each([
  ["simulator", "https://api.passfort.com/4.0", /real Passfort/],
  ["simulator", "https://api.eu.maxsight.com/4.0", /real Passfort/],
  ["demo", "http://localhost:4010/4.0", /the simulator of this panel/],
  ["production", "http://127.0.0.1:4010/4.0", /the simulator of this panel/],
  ["demo", "http://api.passfort.com/4.0", /https/],
  ["production", "http://passfort.proxy.example/4.0", /https/],
  ["demo", "https://api.passfort.com", /ends with its version: https:\/\/api\.passfort\.com\/4\.0/],
  ["demo", "https://api.passfort.com/4.1", /ends with its version/],
  ["demo", "https://key:secret@api.passfort.com/4.0", /user name/],
  ["demo", "https://api.passfort.com/4.0?apikey=1", /nothing after/],
  ["simulator", "ftp://simulator/4.0", /must begin/],
] as const)("a %s connection may not lie at %s", (environment, address, sentence) => {
  expect(addressProblem(environment, address, simulatorUrl)).toMatch(sentence);
});

test("a host that only looks like Passfort is none of its own", () => {
  expect(addressProblem("simulator", "https://notpassfort.com/4.0", simulatorUrl)).toBeNull();
  expect(addressProblem("demo", "https://passfort.com.example/v9", simulatorUrl)).toBeNull();
});
