import type { FaultRule } from "../api/fault-plan.ts";

/** Ready-made bad days, by the name that the form sends. */
export const RECIPES: Record<string, { words: string; sentence: string; rule: FaultRule }> = {
  lost: {
    words: "Answers get lost",
    sentence:
      "Every fourth profile is created, and the answer never arrives. The hardest of all: a repeat makes a double.",
    rule: { operation: "create_profile", every: 4, kind: "drop_after" },
  },
  cut: {
    words: "The line is cut",
    sentence: "Every fifth call is cut off before anything is done.",
    rule: { operation: "*", every: 5, kind: "drop_before" },
  },
  wait: {
    words: "Told to wait",
    sentence: "The next ten calls are answered with 429: wait two seconds.",
    rule: { operation: "*", kind: "429", times: 10, retrySecs: 2 },
  },
  gateway: {
    words: "Bad gateway",
    sentence: "The next twenty calls meet a gateway that answers 502 with a page instead of data.",
    rule: { operation: "*", kind: "502_html", times: 20 },
  },
  slow: {
    words: "Too slow",
    sentence: "Every tenth call is carried out, and answered only after 65 seconds, when most have hung up.",
    rule: { operation: "*", every: 10, kind: "delay", ms: 65_000 },
  },
  half: {
    words: "Half an answer",
    sentence: "Every fifth call is carried out, and only half of the answer arrives.",
    rule: { operation: "*", every: 5, kind: "truncated_json" },
  },
};
