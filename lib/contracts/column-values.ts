import { z } from "zod";
import { contract } from "./contract.ts";

/** Every distinct value of a column over the whole file with its count, most frequent first; at most `shownMax`, `distinct` is true. */
export const listColumnValues = contract({
  method: "GET",
  path: "/api/files/:fileId/columns/:column/values",
  needs: "look",
  params: z.object({ fileId: z.uuid(), column: z.coerce.number().int().min(0) }),
  reply: z.object({
    values: z.array(z.object({ value: z.string(), count: z.number() })),
    distinct: z.number(),
    rowCount: z.number(),
  }),
});
