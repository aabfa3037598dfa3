import { z } from "zod";

/** Facts of an issue as stored: words for the template's places. */
export const factsSchema = z.record(z.string(), z.string()).nullable();
