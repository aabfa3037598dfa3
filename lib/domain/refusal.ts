/** Why a command did not happen. Becomes a sentence at the button; never thrown. */
export type Refusal =
  | { kind: "not_found"; sentence: string }
  /** The thing exists but not in a state where this is possible. */
  | { kind: "not_now"; sentence: string }
  /** A condition of the act is not met. */
  | { kind: "not_met"; sentence: string }
  /** Somebody else was faster; look again. */
  | { kind: "changed_meanwhile"; sentence: string }
  | { kind: "not_permitted"; sentence: string }
  | { kind: "invalid_input"; sentence: string; fields?: Record<string, string> };

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refused = (kind: Refusal["kind"], sentence: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { kind, sentence },
});

/** The HTTP status of each refusal, for `lib/http`. */
export const httpStatusByRefusal: Record<Refusal["kind"], number> = {
  not_found: 404,
  not_now: 409,
  not_met: 422,
  changed_meanwhile: 409,
  not_permitted: 403,
  invalid_input: 400,
};
