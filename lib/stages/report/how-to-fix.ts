import type { DeliveryStatus } from "../../domain/delivery.ts";

/** What a person does about a client that did not arrive, by where it stands. */
const fixByStatus: Record<Exclude<DeliveryStatus, "created">, { sentence: string; fix: string }> = {
  refused: {
    sentence: "Passfort refused this client.",
    fix: "Correct the data in the source; sending it again unchanged would be refused again.",
  },
  failed: {
    sentence: "Passfort could not be reached or did not do it.",
    fix: "Send the failed clients of the chunk again.",
  },
  uncertain: {
    sentence: "A write left and no answer came back.",
    fix: "Nothing for now: it is looked up in Passfort before anything is sent again.",
  },
  withdrawn: {
    sentence: "Never sent: its chunk was stopped before it left.",
    fix: "Nothing exists in Passfort for it.",
  },
  queued: { sentence: "Not attempted yet.", fix: "Nothing: it waits for its turn in its chunk." },
  sending: { sentence: "Being sent at the moment the report was made.", fix: "Download the report again in a moment." },
};

export const wordsOfStatus = (status: Exclude<DeliveryStatus, "created">): { sentence: string; fix: string } =>
  fixByStatus[status];

/** A refusal stands until data is corrected; everything else may still come right by itself or by sending again. */
export const isPermanent = (status: string): boolean => status === "refused" || status === "invalid";
