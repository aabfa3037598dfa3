import { z } from "zod";

/*
 * What crosses the border to Passfort 4.0. Strict about what we send: an unknown or empty key does not pass.
 * Tolerant of what we read: unknown keys are dropped, enum values are open (API contract §0 fact 12, §3.2).
 */

export const text = z.string().refine((value) => value.trim() !== "", { error: "must not be empty" });
export const country = z.string().regex(/^[A-Z]{3}$/, { error: "must be a country code of three capital letters" });
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "must be a date written YYYY-MM-DD" });
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
  error: "must be a date written YYYY-MM-DD, YYYY-MM or YYYY",
});
/** The month in which somebody moved in or out (API contract §3.2, ApproxDate). */
export const month = z.string().regex(/^\d{4}-\d{2}$/, { error: "must be a month written YYYY-MM" });
export const dateTime = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, {
  error: "must be a time written YYYY-MM-DD HH:MM:SS",
});
export const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, { error: "must be an id of Passfort" });
/** A word of an enum that may grow: capital letters, digits and underscores. */
export const openWord = z.string().regex(/^[A-Z][A-Z0-9_]*$/, { error: "must be a word in capital letters" });

/** An answer's id: the one thing that must be there. */
export const id = z.string().min(1);
// Only the id must be there: a thing that exists may not be lost because something beside it looks new.
export const maybeText = z.string().nullish().catch(null);
export const maybeNumber = z.number().nullish().catch(null);
export const maybeFlag = z.boolean().nullish().catch(null);
export const maybeList = z.array(z.unknown()).nullish().catch(null);
export const maybeTexts = z.array(z.string()).nullish().catch(null);
