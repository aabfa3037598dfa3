import { z } from "zod";

/** Whole collected data, kept as it came: only that it is an object and names its kind is looked at (API contract §9). */
export const collectedDataAnswer = z.looseObject({ entity_type: z.string() });
