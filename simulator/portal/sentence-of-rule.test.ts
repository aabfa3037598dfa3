import { expect, test } from "vitest";
import type { FaultRule } from "../api/fault-plan.ts";
import { sentenceOfRule } from "./bad-days-page.ts";

const rules: [FaultRule, string][] = [
  [{ operation: "*", kind: "500" }, "Each call: 500, an internal error."],
  [
    { operation: "create_profile", nth: 3, kind: "drop_after" },
    "The 3rd call of create_profile: carried out, then the connection is cut.",
  ],
  [
    { operation: "add_tag", every: 11, kind: "delay", ms: 65_000 },
    "Every 11th call of add_tag: carried out, answered late, 65 s.",
  ],
  [
    { operation: "*", nth: 2, times: 4, kind: "429", retrySecs: 2 },
    "Each call from the 2nd on, 4 times: 429, told to wait, for 2 s.",
  ],
  [
    { operation: "*", customerRef: "C-1", times: 1, kind: "502_html" },
    "Each call about C-1, once: 502 with a page of HTML.",
  ],
];

test.each(rules)("a rule is told as it will strike: %o", (rule, sentence) => {
  expect(sentenceOfRule(rule)).toBe(sentence);
});
