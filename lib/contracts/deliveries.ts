import { z } from "zod";
import { contract } from "./contract.ts";
import { profileIdSchema } from "./profile-id.ts";

/**
 * A person settles what became of a client whose answer was lost: this profile is it, or it is not there. The panel looks
 * for itself first, and refuses what Passfort contradicts.
 */
export const settleByHand = contract({
  method: "POST",
  path: "/api/deliveries/:deliveryId/settlement",
  needs: "launch",
  params: z.object({ deliveryId: z.uuid() }),
  body: z.object({
    finding: z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("is_it"),
        profileId: profileIdSchema,
      }),
      z.object({ kind: z.literal("not_there") }),
    ]),
    reason: z.string().trim().min(3, "Say why, in a few words").max(500),
  }),
  /** Whether it goes on by itself, or its stopped chunk keeps it as it is. */
  reply: z.object({ goesOn: z.boolean() }),
});
