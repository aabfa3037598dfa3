import { expect, test } from "vitest";
import { failureCodeChoices } from "./failure-code-choices.ts";

const met = (status: "failed" | "refused" | "uncertain", code: string) => ({
  status,
  code,
  count: 1,
  example: null,
  isTransient: false,
});

test("each code is offered once, in words, however many statuses have it; what has none is not", () => {
  const codes = [met("failed", "http_503"), met("uncertain", "http_503"), met("refused", "201"), met("uncertain", "")];
  expect(failureCodeChoices(codes, undefined)).toEqual([
    { value: "http_503", label: "HTTP 503" },
    { value: "201", label: "Invalid data (201)" },
  ]);
});

test("a code that was chosen is offered after its last client was sent again", () => {
  expect(failureCodeChoices([], "of_tomorrow")).toEqual([{ value: "of_tomorrow", label: "of_tomorrow" }]);
});
