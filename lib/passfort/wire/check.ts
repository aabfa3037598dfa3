import { z } from "zod";
import { id, maybeList, maybeText, maybeTexts, openWord, uuid } from "./scalars.ts";

/** `POST …/checks?mode=` (API contract §5.4). */
export const checkRequest = z.strictObject({
  check_type: openWord,
  task_ids: z.array(uuid).min(1).optional(),
  variant: z.strictObject({ id: uuid }).optional(),
});

/** A check; `errors` is a normal part of it (API contract §1.5). */
export const checkAnswer = z.object({
  id,
  check_type: z.string(),
  state: maybeText,
  result: maybeText,
  errors: maybeList,
  task_ids: maybeTexts,
});
export type CheckAnswer = z.infer<typeof checkAnswer>;
export const checksAnswer = z.array(checkAnswer);
