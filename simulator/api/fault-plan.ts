import { z } from "zod";

export const FAULT_KINDS = [
  "429",
  "500",
  "502_html",
  "drop_before",
  "drop_after",
  "drop_late",
  "delay",
  "truncated_json",
  "trickle",
  "unknown_enums",
  "errors_in_200",
] as const;

/** One ordered misbehaviour; which calls it hits, and what happens to them. API contract §12 rule 9. */
export const faultRuleSchema = z.strictObject({
  /** Name of an operation as in api/operations.ts, or `*` for all. */
  operation: z.string().min(1),
  /** Only calls about this reference. */
  customerRef: z.string().optional(),
  /** Only calls with this key. */
  account: z.string().optional(),
  /** The nth matching call since the rule was given, counted from 1. */
  nth: z.int().positive().optional(),
  /** Every nth matching call. */
  every: z.int().positive().optional(),
  /** How often at most. Default: once with `nth`, otherwise without end. */
  times: z.int().positive().optional(),
  kind: z.enum(FAULT_KINDS),
  /** For `delay`, `trickle` and `drop_late`: how long. */
  ms: z.number().min(0).optional(),
  /** For `429`: value of X-RateLimit-Retry-Secs. */
  retrySecs: z.number().min(0).optional(),
  /** For `errors_in_200`: the body code. */
  code: z.int().min(100).max(599).optional(),
});

export type FaultRule = z.infer<typeof faultRuleSchema>;
export type Subject = { operation: string; account: string; customerRef: string | null };

export type FaultPlan = {
  add(rules: FaultRule[]): void;
  clear(): void;
  list(): (FaultRule & { matched: number; fired: number })[];
  /** Counts the call against every rule it matches and gives the first rule that fires. */
  next(subject: Subject): FaultRule | undefined;
};

export function createFaultPlan(): FaultPlan {
  let plan: { rule: FaultRule; matched: number; fired: number }[] = [];
  return {
    add: (rules) => plan.push(...rules.map((rule) => ({ rule, matched: 0, fired: 0 }))),
    clear: () => {
      plan = [];
    },
    list: () => plan.map(({ rule, matched, fired }) => ({ ...rule, matched, fired })),
    next(subject) {
      let hit: FaultRule | undefined;
      for (const entry of plan) {
        if (!matches(entry.rule, subject)) continue;
        entry.matched += 1;
        if (hit || !isDue(entry.rule, entry.matched, entry.fired)) continue;
        entry.fired += 1;
        hit = entry.rule;
      }
      return hit;
    },
  };
}

function matches(rule: FaultRule, subject: Subject): boolean {
  return (
    (rule.operation === "*" || rule.operation === subject.operation) &&
    (rule.customerRef === undefined || rule.customerRef === subject.customerRef) &&
    (rule.account === undefined || rule.account === subject.account)
  );
}

function isDue(rule: FaultRule, matched: number, fired: number): boolean {
  if (fired >= (rule.times ?? (rule.nth ? 1 : Number.POSITIVE_INFINITY))) return false;
  // With both nth and times the rule goes on from the nth call: "the third call and the two after it".
  if (rule.nth !== undefined && matched < rule.nth) return false;
  return rule.every === undefined || matched % rule.every === 0;
}
