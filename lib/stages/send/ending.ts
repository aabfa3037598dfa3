import type { Failure } from "../../domain/failure.ts";

/** How a worker lets a delivery go. A word, never an exception: everything here is expected. */
export type Ending =
  /** Everything that belongs to it exists in Passfort. */
  | { word: "created" }
  /** The chunk does not run any more, or the claim was lost: no call was made. */
  | { word: "not_running"; stillUncertain?: boolean }
  /** Something in Passfort goes on by itself; nothing went wrong. */
  | { word: "waiting"; comeAgainMs: number; because: string }
  /** Passfort asked us to wait; nothing was done and no try is used up. */
  | { word: "throttled"; failure: Extract<Failure, { kind: "throttled" }>; stillUncertain: boolean }
  /** Nothing may leave now: the limit is used up for the moment, or it is outside the run window. */
  | { word: "held"; waitMs: number; because: string; stillUncertain: boolean }
  /** The call certainly did not happen. */
  | { word: "unreachable"; failure: Failure; stillUncertain: boolean }
  /** The call may have happened: look it up next. */
  | { word: "uncertain"; failure: Failure }
  /** It was looked up once, or too early, to believe that it is not there. No try is used up. */
  | { word: "unsettled"; comeAgainMs: number }
  /** Passfort will not take this client's data. */
  | { word: "refused"; failure: Extract<Failure, { kind: "refused" }> }
  /** Known not to be done, and trying again by itself makes no sense. */
  | { word: "failed"; failure: Pick<Failure, "code" | "message"> & { field?: string } }
  /** Looked up and found more than once: a person must decide. */
  | { word: "ambiguous"; profileIds: string[] }
  /** Key or account not usable: the whole chunk must wait for a person. */
  | { word: "halted"; failure: Failure; stillUncertain: boolean };
