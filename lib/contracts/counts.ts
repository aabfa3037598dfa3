import { z } from "zod";
import { type Counts, countParts } from "../domain/counts.ts";

const n = z.number().int().min(0);
const parts = Object.fromEntries(countParts.map((part) => [part, n])) as Record<(typeof countParts)[number], typeof n>;

export const countsSchema = z.object({ clients: n, ...parts }) satisfies z.ZodType<Counts>;
