import { z } from "zod";
import type { DeliveryStatus } from "./delivery.ts";

/** Where a client stands that left and is not known to be in Passfort. */
export const notCreatedStatuses = ["refused", "failed", "uncertain"] as const satisfies readonly DeliveryStatus[];
export type NotCreatedStatus = (typeof notCreatedStatuses)[number];

/**
 * Which of the clients of a chunk that were not created are meant; nothing: all of them. `code` is a code as it was kept with the failure,
 * `search` part of a reference or of the sentence that says what happened. A word that is not known is refused and not passed over: without
 * it more clients would be meant.
 */
export const failureFilterSchema = z.strictObject({
  status: z.enum(notCreatedStatuses).optional(),
  code: z.string().min(1).max(100).optional(),
  fileId: z.uuid().optional(),
  search: z.string().trim().max(200).optional(),
});
export type FailureFilter = z.infer<typeof failureFilterSchema>;

/** What is said of a client whose write was lost and not looked up yet: nothing of it was kept as a failure. */
export const beingSettledSentence =
  "A write left and no answer came back; it is looked up before anything is sent again.";
