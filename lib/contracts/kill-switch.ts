import { z } from "zod";
import { environments } from "../domain/connection.ts";
import { contract } from "./contract.ts";

/** What the kill switch would pause. */
export const listRunning = contract({
  method: "GET",
  path: "/api/running-chunks",
  needs: "look",
  reply: z.object({
    chunks: z.array(
      z.object({
        id: z.uuid(),
        number: z.number(),
        migrationId: z.uuid(),
        migrationName: z.string(),
        connectionName: z.string(),
        environment: z.enum(environments),
      }),
    ),
  }),
});

/** Pauses every running chunk at once; each is resumed by a person. */
export const pauseEverything = contract({
  method: "DELETE",
  path: "/api/running-chunks",
  needs: "halt",
  body: z.object({ reason: z.string().trim().min(3, "Say why, in a few words").max(500) }),
  reply: z.object({ paused: z.number() }),
});
