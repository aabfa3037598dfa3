import { plainNumber } from "#components/ui/count-identity.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readPace } from "#lib/contracts/pace.ts";
import { millisecondWords } from "./duration-words.ts";
import { countOf } from "./number-words.ts";

export type PacePoint = ReplyOf<typeof readPace>["points"][number];

/** One of the pictures of a chunk's pace: what it shows, and in words what it says for whoever does not see it. */
export type PaceSeries = { key: "perMinute" | "p95Ms" | "inFlight"; title: string; saying: string };

/** The three pictures, each with its highest number said. */
export function paceSeries(points: readonly PacePoint[]): PaceSeries[] {
  const most = (of: (point: PacePoint) => number | null) => Math.max(0, ...points.map((point) => of(point) ?? 0));
  const answered = points.some(({ p95Ms }) => p95Ms !== null);
  return [
    {
      key: "perMinute",
      title: "Clients a minute",
      saying: `at most ${plainNumber(Math.round(most(({ perMinute }) => perMinute)))} a minute`,
    },
    {
      key: "p95Ms",
      title: "95 % of creates within",
      saying: answered ? `at most ${millisecondWords(most(({ p95Ms }) => p95Ms))}` : "no create was answered",
    },
    {
      key: "inFlight",
      title: "Calls in flight against the limit",
      saying: `at most ${plainNumber(most(({ inFlight }) => inFlight))} at once, of at most ${countOf(
        most(({ processes }) => processes),
        "process",
        "processes",
      )}`,
    },
  ];
}
