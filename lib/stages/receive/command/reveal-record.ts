import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { revealRecord as contract } from "../../../contracts/records.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { findRecord } from "../query/find-record.ts";

/** The unmasked values of a record. The route writes who asked, for which record and why into the audit log. */
export async function revealRecord(ctx: SignedInContext, recordId: string): Promise<Outcome<ReplyOf<typeof contract>>> {
  const found = await findRecord(ctx, recordId);
  if (!found) return refused("not_found", "There is no such client.");
  return done({
    name: found.record.displayName,
    values: found.values.map(({ field, raw, value, returned, correction }) => ({
      field,
      raw,
      value,
      returned: returned?.text ?? null,
      corrected: correction?.text ?? null,
    })),
  });
}
