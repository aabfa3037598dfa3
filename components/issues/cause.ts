import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listCauses } from "#lib/contracts/issues.ts";

/** One cause of trouble: issues of one code in one field of one file. */
export type Cause = ReplyOf<typeof listCauses>["causes"][number];
