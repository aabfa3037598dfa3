import { plainNumber } from "#components/ui/count-identity.ts";
import { type ChunkStatus, liveChunkStatuses } from "#lib/domain/chunk.ts";
import { durationWords, etaWords, millisecondWords } from "./duration-words.ts";
import { countOf } from "./number-words.ts";

type Paced = {
  status: ChunkStatus;
  presentProcesses: number;
  inFlight: number;
  pacePerMinute: number | null;
  p95Ms: number | null;
  throttled: number;
  etaSeconds: { from: number; to: number } | null;
  launchedAt: string | null;
  finishedAt: string | null;
};
export type PaceRow = { label: string; value: string; hint: string | null };

const unknown = "–";

/** How fast a chunk goes. A chunk at its end has a duration instead of an outlook. */
export function paceRows(chunk: Paced): PaceRow[] {
  const throttled: PaceRow = {
    label: "Told to wait (429)",
    value: plainNumber(chunk.throttled),
    hint: chunk.throttled > 0 ? "nothing is lost by it" : null,
  };
  if (!liveChunkStatuses.includes(chunk.status))
    return [{ label: "It took", value: tookWords(chunk), hint: null }, throttled];
  return [
    { label: "Time left", value: etaWords(chunk.etaSeconds), hint: null },
    {
      label: "Pace",
      value: chunk.pacePerMinute === null ? unknown : `${plainNumber(Math.round(chunk.pacePerMinute))} a minute`,
      hint: "over the last minute",
    },
    {
      label: "In flight",
      value: `${chunk.inFlight} of ${countOf(chunk.presentProcesses, "process", "processes")}`,
      hint: "calls open now",
    },
    {
      label: "95 % of creates within",
      value: chunk.p95Ms === null ? unknown : millisecondWords(chunk.p95Ms),
      hint: "over the last five minutes",
    },
    throttled,
  ];
}

function tookWords({ launchedAt, finishedAt }: Paced): string {
  if (launchedAt === null || finishedAt === null) return unknown;
  return durationWords((Date.parse(finishedAt) - Date.parse(launchedAt)) / 1000);
}
