import { expect, test } from "vitest";
import { removableFilters } from "./removable-filters.ts";

test("a field in the address is shown by its label, one nobody knows by itself", () => {
  expect(removableFilters({ field: "dateOfBirth" })).toEqual([{ name: "field", label: "Field Date of birth" }]);
  expect(removableFilters({ field: "nonsense" })[0]?.label).toBe("Field nonsense");
});

test("filters with a control of their own are not repeated", () => {
  expect(removableFilters({ status: "created", search: "x", code: "field.country" })).toEqual([]);
});

test("who is not excluded, and any one readiness, is told in the words of the badges", () => {
  expect(removableFilters({ readiness: "included" })).toEqual([{ name: "readiness", label: "Not excluded" }]);
  expect(removableFilters({ readiness: "unchecked" })[0]?.label).toBe("Not checked yet");
});
