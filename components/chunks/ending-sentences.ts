import { plainNumber } from "#components/ui/count-identity.ts";
import type { DeliveryStatus } from "#lib/domain/delivery.ts";
import type { DeliveryCounts } from "./identity-rows.ts";
import { countOf } from "./number-words.ts";

const meanings: readonly { status: DeliveryStatus; sentence: (clients: string) => string }[] = [
  { status: "created", sentence: (clients) => `${clients} created in Passfort.` },
  {
    status: "failed",
    sentence: (clients) => `${clients} failed: they are known not to be in Passfort, and may be sent again.`,
  },
  { status: "refused", sentence: (clients) => `${clients} refused by Passfort: their data must be corrected first.` },
  {
    status: "uncertain",
    sentence: (clients) =>
      `${clients} uncertain: the answer was lost. The panel looks them up in Passfort before anything else.`,
  },
  {
    status: "withdrawn",
    sentence: (clients) => `${clients} withdrawn before they left, because the chunk was stopped.`,
  },
];

/** What became of a chunk's clients, a sentence for each end that somebody came to. */
export function endingSentences(deliveries: DeliveryCounts, withGaps: number): string[] {
  const gaps =
    withGaps > 0 ? [`${countOf(withGaps, "created client")} with gaps: what is missing is listed below.`] : [];
  const all = Object.values(deliveries).reduce((sum, count) => sum + count, 0);
  if (all > 0 && deliveries.created === all)
    return [
      all === 1
        ? "The one client was created in Passfort."
        : `All ${plainNumber(all)} clients were created in Passfort.`,
      ...gaps,
    ];
  const ends = meanings
    .filter(({ status }) => deliveries[status] > 0)
    .map(({ status, sentence }) => sentence(countOf(deliveries[status], "client")));
  return [...ends, ...gaps];
}
