import type { Refusal } from "../../../domain/refusal.ts";

/** A refusal that belongs at one field of the form. */
export const refusedField = (field: string, sentence: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { kind: "invalid_input", sentence, fields: { [field]: sentence } },
});
