import type { LimitedCall } from "../../domain/call-limit.ts";

const whatByCall: Record<LimitedCall, string> = {
  create: "new profiles",
  replace_data: "changes of collected data",
};

/** Why a lane is held before Passfort has to say no. */
export function pacingSentence(call: LimitedCall, perHour: number): string {
  const number = perHour.toLocaleString("en-GB");
  return `Pacing: Passfort allows ${number} ${whatByCall[call]} an hour; the next ones leave as soon as they fit in.`;
}
