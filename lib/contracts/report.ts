import { z } from "zod";
import { contract, migrationParams } from "./contract.ts";
import { countsSchema } from "./counts.ts";

/**
 * The report screen. The error report itself is a download, streamed:
 * `GET /api/chunks/:chunkId/errors.csv` and `GET /api/migrations/:migrationId/errors.csv` (permission `look`, audited).
 */
export const readReport = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/report",
  needs: "look",
  params: migrationParams,
  reply: z.object({
    counts: countsSchema,
    identityHolds: z.boolean(),
    byCode: z.array(z.object({ code: z.string(), sentence: z.string(), count: z.number(), permanent: z.boolean() })),
    chunks: z.array(
      z.object({
        id: z.uuid(),
        number: z.number(),
        status: z.string(),
        clients: z.number(),
        created: z.number(),
        notCreated: z.number(),
      }),
    ),
  }),
});
