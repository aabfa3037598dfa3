import { z } from "zod";
import { country, dateTimeText, oneOf, partialDate } from "./scalars.ts";

const text = z.string().optional();
const texts = z.array(z.string()).optional();
const partialDates = z.array(partialDate).optional();

/** What a monitoring event found; `event_type` alone is enough (API contract §5.4). Unknown keys are kept. */
export function eventData<const Types extends readonly [string, ...string[]]>(types: Types) {
  return z.looseObject({
    event_type: oneOf(types),
    match_id: text,
    match_name: text,
    modified_date: dateTimeText.optional(),
    provider_name: text,
    match_dates: partialDates,
    match_countries: z.array(country).optional(),
    score: z.number().min(0).max(1).optional(),
    aliases: texts,
    previous_names: texts,
    deceased_dates: partialDates,
    pep: z.looseObject({ match: z.boolean().optional(), tier: z.int().optional() }).optional(),
    sanctions: z.array(z.looseObject({})).optional(),
    media: z.array(z.looseObject({})).optional(),
    gender: text,
  });
}
