import type { LimitedCall } from "../../domain/call-limit.ts";
import type { StepKind } from "../../domain/delivery.ts";

/** Which limit of Passfort's the call of a step falls under; null: none that is known (API contract §1.4). */
export const limitedCallOf = {
  create_profile: "create",
  add_tag: null,
  create_associate: "create",
  link_associates: "replace_data",
  // Adding a document is a call of its own, not a replacement.
  upload_file: null,
  upload_image: null,
  add_document: null,
  add_note: null,
  complete_task: null,
  run_check: null,
  await_check: null,
  approve: null,
  // No limit of reading a profile is published (API contract §1.4).
  read_back: null,
} as const satisfies Record<StepKind, LimitedCall | null>;
