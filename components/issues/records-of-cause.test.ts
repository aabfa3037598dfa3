import { expect, test } from "vitest";
import { recordsOfCause } from "./records-of-cause.ts";

const cause = { code: "field.gender", field: "gender", fileId: "f", role: "client", severity: "error" } as const;

test("the list of an error leaves out those who are excluded, as its count does", () => {
  expect(recordsOfCause(cause)).toEqual({
    code: "field.gender",
    field: "gender",
    fileId: "f",
    role: "client",
    readiness: "invalid",
  });
});

test("who has a warning can be ready or invalid, and what Passfort refused is listed wherever it stands", () => {
  expect(recordsOfCause({ ...cause, severity: "warning" })).not.toHaveProperty("readiness");
  expect(recordsOfCause({ ...cause, code: "passfort.refused" })).not.toHaveProperty("readiness");
});
