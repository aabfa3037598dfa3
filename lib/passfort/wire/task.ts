import { z } from "zod";
import { expiryReasons, taskStates } from "../remote-task.ts";
import { dateTime, id, maybeFlag, maybeText, openWord, text, uuid } from "./scalars.ts";

/** `POST …/tasks` (API contract §5.2). The list of types grows, so any word in capitals may be sent. */
export const addTaskRequest = z.strictObject({ type: openWord });

/** `POST …/tasks/{t}`: today's way; the older `is_complete` is only read (API contract §11 row 6). */
export const taskStateRequest = z.strictObject({ state: z.enum(taskStates) });

/** `POST …/tasks/{t}/expiry`: `expire_at` here, `expiry_at` in the answer (API contract §11 row 24). Null restores. */
export const taskExpiryRequest = z.strictObject({
  expire_at: dateTime.nullable(),
  reason_categories: z.array(z.enum(expiryReasons)).min(1, { error: "must hold at least one reason" }),
  reason_description: text.optional(),
});

/** A task; bodies of 2018 have neither `variant` nor `state`. */
export const taskAnswer = z.object({
  id,
  type: z.string(),
  variant: z.object({ id: maybeText, alias: maybeText }).nullish().catch(null),
  state: maybeText,
  is_complete: maybeFlag,
  is_expired: maybeFlag,
  custom_expiry: z.object({ expiry_at: maybeText, expire_at: maybeText }).nullish().catch(null),
});
export type TaskAnswer = z.infer<typeof taskAnswer>;
export const tasksAnswer = z.array(taskAnswer);

/** `POST …/tasks/{t}/notes` (API contract §5.2). Attachments are files of the same profile. */
export const noteRequest = z.strictObject({
  text,
  attachments: z
    .array(z.strictObject({ id: uuid }))
    .min(1)
    .optional(),
  author_name: text.optional(),
});

export const noteAnswer = z.object({
  id,
  text: maybeText,
  author_name: maybeText,
  created_on: maybeText,
  attachments: z
    .array(z.object({ id: maybeText }))
    .nullish()
    .catch(null),
});
export type NoteAnswer = z.infer<typeof noteAnswer>;
export const notesAnswer = z.array(noteAnswer);
