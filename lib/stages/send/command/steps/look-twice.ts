import type { CallResult } from "../../../../domain/failure.ts";
import { type Failure, notRunningCode } from "../../../../domain/failure.ts";
import { type LookUp, lostCreateOf } from "../../../../passfort/look-up.ts";
import type { RemoteProfile } from "../../../../passfort/remote-profile.ts";
import type { Ending } from "../../ending.ts";
import { indexDelayMs } from "../../settling-of.ts";
import type { Hand } from "../hand.ts";
import type { Looking, Seen } from "../step-doer.ts";

/** Looks for a profile whose create was lost, as often as the rule of the look-up asks for (API contract §10.3). */
export async function lookForProfile(
  hand: Hand,
  looking: Looking,
  look: () => Promise<CallResult<LookUp>>,
  adopted: (profile: RemoteProfile) => Seen,
): Promise<Seen> {
  // What was looked for before, in vain, was looked for once.
  const looks: LookUp[] = looking.isSecond ? [{ kind: "none" }] : [];
  for (;;) {
    const call = await look();
    if (!call.ok) return unanswered(call.failure);
    looks.push(call.value);
    const verdict = lostCreateOf(looks);
    if (verdict.kind === "adopt") return adopted(verdict.profile);
    if (verdict.kind === "ask_a_person") return { word: "ambiguous", profileIds: verdict.profileIds };
    if (verdict.kind === "send_again") return { word: "not_there" };
    if (looking.settlesInMs > 0) return mayStillCome(looking);
    await hand.waitForIndex();
    if (!(await looking.may())) return { word: "not_running" };
  }
}

/** "Not there" is believed only when it was seen twice with a wait between: what Passfort shows lags behind its writes. */
export async function lookTwice(hand: Hand, looking: Looking, look: () => Promise<Seen>): Promise<Seen> {
  const first = await look();
  if (first.word !== "not_there" || looking.isSecond) return first;
  if (looking.settlesInMs > 0) return mayStillCome(looking);
  await hand.waitForIndex();
  if (!(await looking.may())) return { word: "not_running" };
  return look();
}

/** A look at something that Passfort may still be at work on says nothing when it finds nothing. The next one comes when its search has caught up, too. */
const mayStillCome = ({ settlesInMs }: Looking): Ending => ({
  word: "unsettled",
  comeAgainMs: settlesInMs + indexDelayMs,
});

/** The question was not answered, so we know no more than before. */
export function unanswered(failure: Failure): Ending {
  if (failure.code === notRunningCode) return { word: "not_running" };
  if (failure.kind === "throttled") return { word: "throttled", failure, stillUncertain: true };
  if (failure.kind === "halted") return { word: "halted", failure, stillUncertain: true };
  return { word: "unreachable", failure, stillUncertain: true };
}
