import { z } from "zod";
import { id, maybeText, openWord, text, uuid } from "./scalars.ts";

/** Strict base64, no line breaks, padded (API contract §6). Checked by how it is made, not by a pattern over 50 MB. */
const base64 = z.string().min(1, { error: "must not be empty" });

/** `POST …/files` (API contract §6). */
export const fileRequest = z.strictObject({ data: base64, name: text.optional() });
export const fileAnswer = z.object({ id, name: maybeText });

/** `POST …/document_images`: the first of a document's two calls. */
export const documentImageRequest = z.strictObject({ image_type: z.enum(["FRONT", "BACK", "FACE"]), data: base64 });
export const documentImageAnswer = z.object({ id });
/** `GET …/document_images` (API contract §2.1). */
export const documentImagesAnswer = z.array(documentImageAnswer);

/** `POST …/collected_data/documents`: the second. The lists grow, so any word in capitals may be sent (§11 row 25). */
export const documentRequest = z.strictObject({
  category: openWord,
  document_type: openWord,
  images: z.array(z.strictObject({ id: uuid })).min(1, { error: "must name at least one uploaded image" }),
});
export const documentAnswer = z.object({ id });
