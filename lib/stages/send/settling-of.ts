import { type DeliveryStatus, triesMax } from "../../domain/delivery.ts";
import { apiTimeoutMs, notSettledCode } from "../../domain/lost-call.ts";
import { severalProfilesCode } from "../../domain/several-profiles.ts";
import { wasNotReached } from "../../domain/unreached.ts";
import { backOffOf } from "./back-off.ts";
import type { Ending } from "./ending.ts";

/** Passfort's search lags behind its writes by some seconds (API contract §10). */
export const indexDelayMs = 3_000;
const personDecidesMs = 3_600_000;

export type SettlingPlan = {
  to: Exclude<DeliveryStatus, "sending" | "withdrawn">;
  because: string;
  tries: number;
  /** ms from now until it comes again; null: not by itself. */
  comeAgainMs: number | null;
  failure: { code: string; message: string; field?: string | undefined } | null;
};

/** What becomes of a delivery after each ending. `tries` counts calls that failed for transient reasons. */
export function settlingOf(ending: Ending, tries: number, random: number): SettlingPlan {
  switch (ending.word) {
    case "created":
      return {
        to: "created",
        because: "its profile exists in Passfort, with everything that belongs to it or with gaps that are listed",
        tries,
        comeAgainMs: null,
        failure: null,
      };
    case "not_running":
      return {
        to: ending.stillUncertain ? "uncertain" : "queued",
        because: "its chunk does not run; no call was made",
        tries,
        comeAgainMs: 0,
        failure: null,
      };
    case "waiting":
      return { to: "queued", because: ending.because, tries, comeAgainMs: ending.comeAgainMs, failure: null };
    case "throttled":
      return {
        to: waitingAs(ending),
        because: "Passfort asked us to wait",
        tries,
        comeAgainMs: ending.failure.retryAfterMs,
        failure: null,
      };
    case "held":
      return {
        to: waitingAs(ending),
        because: ending.because,
        tries,
        comeAgainMs: ending.waitMs,
        failure: null,
      };
    case "halted":
      return {
        to: waitingAs(ending),
        because: "the key or the account is not usable",
        tries,
        comeAgainMs: 0,
        failure: ending.failure,
      };
    case "unreachable":
      if (tries + 1 >= triesMax && !ending.stillUncertain)
        return {
          to: "failed",
          because: `${wasNotReached(ending.failure.code)} in ${triesMax} tries`,
          tries: tries + 1,
          comeAgainMs: null,
          failure: ending.failure,
        };
      return {
        to: waitingAs(ending),
        because: wasNotReached(ending.failure.code),
        tries: tries + 1,
        comeAgainMs: backOffOf(tries + 1, random),
        failure: ending.failure,
      };
    case "uncertain":
      return {
        to: "uncertain",
        because: "the answer to a write was lost; it is looked up before anything is sent again",
        tries: tries + 1,
        comeAgainMs: indexDelayMs,
        failure: ending.failure,
      };
    case "unsettled":
      return {
        to: "uncertain",
        because: "it is not in Passfort yet; it is looked up once more",
        tries,
        comeAgainMs: ending.comeAgainMs,
        failure: notThereYet,
      };
    case "refused":
      return {
        to: "refused",
        because: "Passfort will not take this data",
        tries,
        comeAgainMs: null,
        failure: ending.failure,
      };
    case "failed":
      return { to: "failed", because: ending.failure.message, tries, comeAgainMs: null, failure: ending.failure };
    case "ambiguous":
      return {
        to: "uncertain",
        because: "looking it up found several profiles",
        tries,
        comeAgainMs: personDecidesMs,
        failure: ambiguity(ending.profileIds),
      };
  }
}

const notThereYet = {
  code: notSettledCode,
  message: `The answer to a call was lost, and what it was to make is not in Passfort yet. Passfort may work on a call for ${apiTimeoutMs / 1000} s, and its search lags behind, so it is looked up once more before anything is sent again.`,
};

const waitingAs = (ending: { stillUncertain: boolean }) => (ending.stillUncertain ? "uncertain" : "queued");

const ambiguity = (profileIds: readonly string[]) => ({
  code: severalProfilesCode,
  message: `Passfort has ${profileIds.length} profiles that could be this client. Close the surplus ones in Passfort; it is looked up again every hour. Profiles: ${profileIds.slice(0, 5).join(", ")}.`,
});
