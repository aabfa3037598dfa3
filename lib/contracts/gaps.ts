import { z } from "zod";
import { chunkParams, contract } from "./contract.ts";
import { profileIdSchema } from "./profile-id.ts";

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

/**
 * A person says which of several profiles an associate is. It is read first, and refused when it is not this associate; then what waited for it is
 * sent again.
 */
export const settleAssociate = contract({
  method: "POST",
  path: "/api/chunks/:chunkId/settled-associates",
  needs: "launch",
  params: chunkParams,
  body: z.object({
    stepId: z.uuid(),
    profileId: profileIdSchema,
    reason: z.string().trim().min(3, "Say why, in a few words").max(500),
  }),
  reply: z.object({}),
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
        /** An associate of whom Passfort has several profiles: a person may say which it is. */
        maySettle: z.boolean(),
      }),
    ),
  }),
});
