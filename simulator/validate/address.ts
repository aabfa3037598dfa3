import { z } from "zod";
import { approxDate, country } from "./scalars.ts";

const part = z.string().optional();

/** API contract §3.5. `country` on a structured address comes from the help page; the 2019 schema asks for `type` only. */
const structuredAddress = z.looseObject({
  type: z.literal("STRUCTURED"),
  country,
  state_province: part,
  county: part,
  postal_code: part,
  locality: part,
  postal_town: part,
  route: part,
  street_number: part,
  premise: part,
  subpremise: part,
  original_freeform_address: part,
});

const freeformAddress = z.strictObject({ type: z.literal("FREEFORM"), country, text: z.string() });

export const address = z.discriminatedUnion("type", [structuredAddress, freeformAddress], {
  error: "type must be STRUCTURED or FREEFORM",
});

/** With a date there must be a start; without any, nothing but the address is allowed (API contract §3.3). */
export const datedAddress = z
  .looseObject({ address, start_date: approxDate.optional(), end_date: approxDate.optional() })
  .refine((entry) => entry.start_date !== undefined || entry.end_date === undefined, {
    path: ["start_date"],
    error: "is required when end_date is given",
  })
  .refine((entry) => entry.start_date !== undefined || Object.keys(entry).every((key) => ALONE.has(key)), {
    error: "has keys that are not allowed on an address without dates",
  });

const ALONE = new Set(["address", "start_date", "end_date"]);

export type StructuredAddress = z.infer<typeof structuredAddress>;
export type Address = z.infer<typeof address>;
