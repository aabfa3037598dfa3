import { expect, test } from "vitest";
import { type Maker, type MakerAct, makerActs, mayApprove } from "./may-approve.ts";
import type { Operator, Role } from "./person.ts";

const person = (role: Role): Operator => ({ id: "p1", name: "A", email: "a@example.test", role });
const other: Maker[] = (Object.keys(makerActs) as MakerAct[]).map((act) => ({ byId: "p2", act }));

test("an approver who made nothing may approve", () => {
  expect(mayApprove(person("approver"), other)).toBeNull();
});

test.each(Object.keys(makerActs) as MakerAct[])("nobody who %s may approve, whatever their role is today", (act) => {
  expect(mayApprove(person("approver"), [...other, { byId: "p1", act }])).toContain(makerActs[act]);
});

test.each(["operator", "auditor", "admin"] as const)("the role %s never approves", (role) => {
  expect(mayApprove(person(role), [])).toContain("this needs approver");
});
