import { expect, test } from "vitest";
import { markOfGroups } from "./chosen-mark.ts";

test("what was chosen has one mark however it is grouped, and another as soon as anything is another", () => {
  const one = { records: 1, mark: -7n };
  const other = { records: 2, mark: 12n };
  expect(markOfGroups([one, other])).toBe(markOfGroups([other, one]));
  expect(markOfGroups([one, other])).not.toBe(markOfGroups([one, { ...other, mark: 13n }]));
  expect(markOfGroups([one])).not.toBe(markOfGroups([{ ...one, records: 2 }]));
  expect(markOfGroups([])).toBe("0-0");
});
