import { z } from "zod";
import { country, maybeText, text } from "./scalars.ts";

/** API contract §3.5; the help page wants `country` on both kinds. It is optional in the type so that a preview can show what is missing. */
const needsCountry = <Shape extends z.ZodType<{ country?: string | undefined }>>(shape: Shape) =>
  shape.refine((address) => address.country !== undefined, {
    path: ["country"],
    error: "is required by Passfort in an address",
  });

export const addressRequest = z.union([
  needsCountry(
    z.strictObject({
      type: z.literal("STRUCTURED"),
      country: country.optional(),
      state_province: text.optional(),
      county: text.optional(),
      postal_code: text.optional(),
      locality: text.optional(),
      postal_town: text.optional(),
      route: text.optional(),
      street_number: text.optional(),
      premise: text.optional(),
      subpremise: text.optional(),
    }),
  ),
  needsCountry(z.strictObject({ type: z.literal("FREEFORM"), country: country.optional(), text })),
]);
export type AddressRequest = z.infer<typeof addressRequest>;

/** An address as it is read: structured by Passfort, with empty parts here and there and what was first written beside it. */
export const addressAnswer = z.object({
  country: maybeText,
  state_province: maybeText,
  county: maybeText,
  postal_code: maybeText,
  locality: maybeText,
  postal_town: maybeText,
  route: maybeText,
  street_number: maybeText,
  premise: maybeText,
  subpremise: maybeText,
  text: maybeText,
  original_freeform_address: maybeText,
});
