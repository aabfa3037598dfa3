import { expect, test } from "vitest";
import { isInstalled } from "./is-installed.mjs";

const lock = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/zod": { version: "4.0.0" },
    "node_modules/swc-darwin": { version: "1.0.0", optional: true },
  },
};
const installed = (packages) => isInstalled(lock, { packages });

test("all packages in the locked version, those for other platforms left out: installed", () => {
  expect(installed({ "node_modules/zod": { version: "4.0.0" } })).toBe(true);
});

test.each([
  ["a package is missing", {}],
  ["a package is there in another version", { "node_modules/zod": { version: "4.0.1" } }],
  [
    "an optional package is there in another version",
    { "node_modules/zod": { version: "4.0.0" }, "node_modules/swc-darwin": { version: "0.9.0" } },
  ],
])("%s: not installed", (_why, packages) => {
  expect(installed(packages)).toBe(false);
});

test("no record of an installation: not installed", () => {
  expect(isInstalled(lock, undefined)).toBe(false);
});
