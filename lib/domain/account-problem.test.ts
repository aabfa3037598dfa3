import { expect, test } from "vitest";
import { accountProblem, type KnownAccount } from "./account-problem.ts";

const live: KnownAccount = {
  connectionName: "Live",
  environment: "production",
  keyDigest: "live-digest",
  institutionName: "Riverbank Finance",
};
const demo: KnownAccount = {
  connectionName: "Trial",
  environment: "demo",
  keyDigest: "demo-digest",
  institutionName: "Riverbank Finance (demo)",
};

test("accounts that have nothing in common may stand beside each other", () => {
  expect(accountProblem(demo, [live])).toBeNull();
  expect(accountProblem(live, [demo])).toBeNull();
  expect(accountProblem({ environment: "demo", keyDigest: null, institutionName: null }, [live, demo])).toBeNull();
});

test("one key under two environments is refused, before anybody was asked whose it is", () => {
  expect(accountProblem({ environment: "demo", keyDigest: "live-digest", institutionName: null }, [live])).toMatch(
    /key of the production connection “Live”/,
  );
});

test("one key twice under one environment is refused: one connection would not know what the other sent", () => {
  expect(accountProblem({ ...live, institutionName: null }, [live])).toMatch(/created twice/);
});

test.each(["Riverbank Finance", " riverbank  FINANCE "])(
  "an institution that answers for production and for demo is refused, however it is written (%s)",
  (institutionName) => {
    expect(accountProblem({ environment: "demo", keyDigest: "other", institutionName }, [live])).toMatch(/“Live”/);
    expect(accountProblem({ environment: "simulator", keyDigest: "other", institutionName }, [live])).toMatch(/“Live”/);
  },
);

test("two keys of one institution may both be demo, or both production", () => {
  expect(accountProblem({ ...demo, keyDigest: "other" }, [demo])).toBeNull();
  expect(accountProblem({ ...live, keyDigest: "other" }, [live])).toBeNull();
});
