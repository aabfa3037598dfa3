import { expect, test } from "vitest";
import { lastLines } from "./last-lines.mjs";

test("lines are whole however the output is cut, and the last one counts without its end", () => {
  const heard = [];
  const log = lastLines(10);
  log.listen((line) => heard.push(line));
  for (const chunk of ["first li", "ne\nsec", "ond line\nthi", "rd"]) log.add(chunk);
  expect(heard).toEqual(["first line", "second line"]);
  expect(log.text()).toBe("first line\nsecond line\nthird");
});

test("only the last lines are kept", () => {
  const log = lastLines(2);
  log.add("1\n2\n3\n4\n");
  expect(log.text()).toBe("3\n4");
});
