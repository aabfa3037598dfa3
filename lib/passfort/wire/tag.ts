import { z } from "zod";
import { id, text } from "./scalars.ts";

/** `POST /profiles/{p}/tags` (API contract §7). */
export const addTagRequestSchema = z.strictObject({ name: text });

export const tagAnswer = z.object({ id, name: z.string() });
export const tagsAnswer = z.array(tagAnswer);
