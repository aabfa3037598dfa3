import { z } from "zod";

/** `GET /whoami` (API contract §1.2). */
export const whoamiAnswer = z.object({
  institution: z.object({ name: z.string() }),
  auditee_name: z.string().nullish(),
});
