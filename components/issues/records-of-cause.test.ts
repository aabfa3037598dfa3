import { expect, test } from "vitest";
import { listRecords } from "#lib/contracts/issues.ts";
import { recordsOfCause } from "./records-of-cause.ts";

test("the list of a cause leaves out those who are excluded, as its count does, and is one that can be asked for", () => {
  const cause = { code: "field.gender", field: "gender", fileId: crypto.randomUUID(), role: "client" } as const;
  const filter = recordsOfCause({ ...cause });
  expect(filter).toEqual({ ...cause, readiness: "included" });
  expect(listRecords.query.parse(filter)).toEqual(filter);
});
