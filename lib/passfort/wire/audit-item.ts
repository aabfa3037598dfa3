import { z } from "zod";
import { maybeText } from "./scalars.ts";

const who = z.object({ name: maybeText }).nullish().catch(null);

/** One entry of `GET …/audit-items` (API contract §2.1): who is a person or a key, when is a Unix time in seconds. */
export const auditItemAnswer = z.object({
  id: maybeText,
  action: maybeText,
  timestamp: z.number().nullish().catch(null),
  user: who,
  apikey: who,
});
export type AuditItemAnswer = z.infer<typeof auditItemAnswer>;
export const auditItemsAnswer = z.array(auditItemAnswer);
