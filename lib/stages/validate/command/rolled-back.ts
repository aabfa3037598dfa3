import type { Outcome, Refusal } from "../../../domain/refusal.ts";

/** Ends a transaction that has written already with a refusal: thrown inside, caught by `orRefused` outside. */
export class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.sentence);
    this.refusal = refusal;
  }
}

export async function orRefused<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof RolledBack) return { ok: false, refusal: cause.refusal };
    throw cause;
  }
}
