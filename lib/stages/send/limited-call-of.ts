import type { LimitedCall } from "../../domain/call-limit.ts";
import type { StepKind } from "../../domain/delivery.ts";

/** Which limit of Passfort's the call of a step falls under; null: none that is known (API contract §1.4). */
export const limitedCallOf = {
  create_profile: "create",
  add_tag: null,
} as const satisfies Record<StepKind, LimitedCall | null>;
