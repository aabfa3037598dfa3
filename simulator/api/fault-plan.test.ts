import { expect, test } from "vitest";
import { createFaultPlan, type FaultRule } from "./fault-plan.ts";

function firings(rule: Partial<FaultRule>, calls: number): number[] {
  const plan = createFaultPlan();
  plan.add([{ operation: "create_profile", kind: "500", ...rule }]);
  const numbers = Array.from({ length: calls }, (_, index) => index + 1);
  return numbers.filter(() => plan.next({ operation: "create_profile", account: "k", customerRef: null }));
}

test.each([
  [{ nth: 3 }, [3]],
  [{ nth: 3, times: 2 }, [3, 4]],
  [{ every: 2 }, [2, 4, 6]],
  [{ every: 2, times: 2 }, [2, 4]],
  [{ times: 2 }, [1, 2]],
  [{}, [1, 2, 3, 4, 5, 6]],
  [{ operation: "add_tag" }, []],
  [{ account: "other" }, []],
  [{ customerRef: "C-1" }, []],
])("the rule %j hits the calls %j of six", (rule, expected) => {
  expect(firings(rule, 6)).toEqual(expected);
});

test("of two rules that match only the first fires, and the second still counts the call", () => {
  const plan = createFaultPlan();
  plan.add([
    { operation: "*", kind: "500", nth: 1 },
    { operation: "*", kind: "429", nth: 2 },
  ]);
  const subject = { operation: "whoami", account: "k", customerRef: null };
  expect([plan.next(subject)?.kind, plan.next(subject)?.kind, plan.next(subject)]).toEqual(["500", "429", undefined]);
});
