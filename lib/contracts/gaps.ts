import { z } from "zod";
import { chunkParams, contract } from "./contract.ts";

/** Sends again what is missing of created clients: of the whole chunk, or of one. */
export const sendGaps = contract({
  method: "POST",
  path: "/api/chunks/:chunkId/gaps",
  needs: "launch",
  params: chunkParams,
  body: z.object({ deliveryId: z.uuid().optional() }),
  reply: z.object({ requeued: z.number() }),
});

/** Leaves what Passfort holds otherwise as it is, after a person looked: of one client, or of all of the chunk with the same words. */
export const leaveGaps = contract({
  method: "POST",
  path: "/api/chunks/:chunkId/left-gaps",
  needs: "launch",
  params: chunkParams,
  body: z.object({
    stepId: z.uuid(),
    alsoAlike: z.boolean(),
    reason: z.string().trim().min(3, "Say why, in a few words").max(500),
  }),
  reply: z.object({ left: z.number() }),
});

/** What is missing of created clients, page by page. */
export const listGaps = contract({
  method: "GET",
  path: "/api/chunks/:chunkId/gaps",
  needs: "look",
  params: chunkParams,
  query: z.object({ after: z.string().optional() }),
  reply: z.object({
    /** Created clients with gaps, the gaps of all of them, and how many clients have one that may be sent again. */
    clients: z.number(),
    total: z.number(),
    sendable: z.number(),
    next: z.string().nullable(),
    gaps: z.array(
      z.object({
        id: z.uuid(),
        recordId: z.uuid(),
        deliveryId: z.uuid(),
        reference: z.string(),
        what: z.string(),
        code: z.string(),
        sentence: z.string(),
        /** How many of the chunk say the same, where a person may leave it as it is; null: it may only be sent again. */
        alike: z.number().nullable(),
      }),
    ),
  }),
});
