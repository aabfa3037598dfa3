import { expect, test } from "vitest";
import { nounOfFilter, roleOfFilter } from "./role-filter.ts";

test("the list holds clients unless its address says otherwise, and says what it holds", () => {
  expect([roleOfFilter({}), nounOfFilter({})]).toEqual(["client", "clients"]);
  expect([roleOfFilter({ role: "associate" }), nounOfFilter({ role: "associate" })]).toEqual([
    "associate",
    "associates",
  ]);
  expect([roleOfFilter({ role: "all" }), nounOfFilter({ role: "all" })]).toEqual([undefined, "records"]);
  expect(roleOfFilter({ role: "king" })).toBe("client");
});
