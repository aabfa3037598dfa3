import { expect, test } from "vitest";
import { mayDo, permissions, roles } from "./person.ts";

test("nobody can both prepare and approve", () => {
  for (const role of roles) expect(mayDo(role, "prepare") && mayDo(role, "approve")).toBe(false);
});

test("everyone may look, an auditor may only look", () => {
  for (const role of roles) expect(mayDo(role, "look")).toBe(true);
  expect(permissions.filter((permission) => mayDo("auditor", permission))).toEqual(["look", "audit"]);
});

test("an admin can stop everything and send nothing", () => {
  expect(mayDo("admin", "halt")).toBe(true);
  expect(mayDo("admin", "launch")).toBe(false);
  expect(mayDo("admin", "approve")).toBe(false);
});
