import { z } from "zod";

/** As a person copies it out of the address of a profile in Passfort. */
export const profileIdSchema = z.string().trim().pipe(z.uuid("The id of a profile in Passfort, as in its address"));
