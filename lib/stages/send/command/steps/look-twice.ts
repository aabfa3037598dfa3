import type { CallResult } from "../../../../domain/failure.ts";
import { type Failure, notRunningCode } from "../../../../domain/failure.ts";
import { type LookUp, lostCreateOf } from "../../../../passfort/look-up.ts";
import type { RemoteProfile } from "../../../../passfort/remote-profile.ts";
import type { Ending } from "../../ending.ts";
import type { Looking, Seen } from "../step-doer.ts";

/** Looks for a profile whose create was lost, as the rule of the look-up asks for (API contract §10.3). */
export async function lookForProfile(
  looking: Looking,
  look: () => Promise<CallResult<LookUp>>,
  adopted: (profile: RemoteProfile) => Seen,
): Promise<Seen> {
  const call = await look();
  if (!call.ok) return unanswered(call.failure);
  // What was looked for before was looked for in vain.
  const verdict = lostCreateOf(looking.isSecond ? [{ kind: "none" }, call.value] : [call.value]);
  switch (verdict.kind) {
    case "adopt":
      return adopted(verdict.profile);
    case "ask_a_person":
      return { word: "ambiguous", profileIds: verdict.profileIds };
    case "send_again":
      return { word: "not_there" };
    case "look_again":
      return lookAgain(looking);
  }
}

/** "Not there" is believed only when it was seen twice with a wait between: what Passfort shows lags behind its writes. */
export async function lookTwice(looking: Looking, look: () => Promise<Seen>): Promise<Seen> {
  const seen = await look();
  return seen.word === "not_there" && !looking.isSecond ? lookAgain(looking) : seen;
}

/** No process waits between two looks: the client is put down and comes again. */
const lookAgain = ({ comeAgainMs }: Looking): Ending => ({ word: "unsettled", comeAgainMs });

/** The question was not answered, so we know no more than before. */
export function unanswered(failure: Failure): Ending {
  if (failure.code === notRunningCode) return { word: "not_running" };
  if (failure.kind === "throttled") return { word: "throttled", failure, stillUncertain: true };
  if (failure.kind === "halted") return { word: "halted", failure, stillUncertain: true };
  return { word: "unreachable", failure, stillUncertain: true };
}
