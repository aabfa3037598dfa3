import { expect, test } from "vitest";
import type { Cause } from "./cause.ts";
import { problemSheetHref } from "./problem-sheet-href.ts";

test("a problem sheet is asked for by severity, or by one cause whatever was chosen beside it", () => {
  expect(problemSheetHref({ fileId: "f", which: "warnings", cause: undefined }, "csv")).toBe(
    "/api/files/f/problem-sheet/csv?which=warnings",
  );
  const cause = { code: "field.phone", field: "phone", role: "client", severity: "warning" } as Cause;
  expect(problemSheetHref({ fileId: "f", which: "errors", cause }, "xlsx")).toBe(
    "/api/files/f/problem-sheet/xlsx?which=warnings&code=field.phone&field=phone&role=client",
  );
});
