import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readSavedMapping } from "#lib/contracts/mapping-library.ts";

/** One mapping of the library with its versions, newest first. */
export type SavedMapping = ReplyOf<typeof readSavedMapping>;
