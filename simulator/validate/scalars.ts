import { z } from "zod";
import vocabulary from "./vocabulary.json" with { type: "json" };

/** Formats of API contract §3.2: the documented patterns. Whether such a day exists is asked in calendar.ts. */
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "must be a date written YYYY-MM-DD" });

export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: "must be written YYYY, YYYY-MM or YYYY-MM-DD" });

export const approxDate = z.string().regex(/^\d{4}-\d{2}$/, { error: "must be written YYYY-MM" });

export const dateTimeText = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}Z`)), {
    error: "must be written YYYY-MM-DD HH:MM:SS",
  });

export const uuid = z.string().regex(/^[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/i, { error: "must be a UUID" });

export const country = z.enum(vocabulary.CountryCode, { error: "must be an ISO 3166-1 alpha-3 country code" });

export const nationality = z.enum([...vocabulary.CountryCode, ...vocabulary.NationalityExtra], {
  error: "must be an ICAO three-letter nationality code",
});

export const currency = z.enum(vocabulary.CurrencyCode, { error: "must be an ISO 4217 currency code" });

/** An enum whose message lists its values; only for short lists. */
export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: `must be one of ${values.join(", ")}` });
}
