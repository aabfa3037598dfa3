import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readRecord, revealRecord } from "#lib/contracts/records.ts";

/** One client as its page gets it: values masked. */
export type ShownRecord = ReplyOf<typeof readRecord>;
export type ShownDelivery = NonNullable<ShownRecord["delivery"]>;
/** The same values unmasked, for a minute. */
export type Revealed = ReplyOf<typeof revealRecord>;
