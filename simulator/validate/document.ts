import { z } from "zod";
import { oneOf, uuid } from "./scalars.ts";
import vocabulary from "./vocabulary.json" with { type: "json" };

/** A document inside collected data; API contract §6. Unknown keys are refused, as by the 2019 schema. */
export const document = z.strictObject({
  id: uuid.optional(),
  category: z.enum(vocabulary.DocumentCategory, { error: "must be a document category" }),
  document_type: z.enum(vocabulary.DocumentType, { error: "must be a document type" }),
  images: z.array(z.looseObject({ id: uuid })).min(1, { error: "must name at least one uploaded image" }),
  extracted_data: z.unknown().optional(),
  verification_result: z.unknown().optional(),
});

/** The first of the two calls: one picture or PDF. `data` is checked by validate/uploaded-bytes.ts. */
export const documentImage = z.looseObject({
  data: z.string(),
  image_type: oneOf(["FRONT", "BACK", "FACE"]),
  document_type: z.enum(vocabulary.DocumentType, { error: "must be a document type" }).optional(),
  document_category: z.enum(vocabulary.DocumentCategory, { error: "must be a document category" }).optional(),
});

export const file = z.looseObject({ data: z.string(), name: z.string().optional() });

export type Document = z.infer<typeof document>;
