import { z } from "zod";
import { oneOf, uuid } from "./scalars.ts";
import vocabulary from "./vocabulary.json" with { type: "json" };

const documentStep = z.looseObject({
  collection_type: z.literal("DOCUMENT"),
  id: uuid.optional(),
  category: z.enum(vocabulary.DocumentCategory, { error: "must be a document category" }),
  allowed_types: z.array(z.enum(vocabulary.DocumentType, { error: "must be a document type" })),
  facial_similarity: z.boolean().optional(),
});

const birthStep = z.looseObject({
  collection_type: z.literal("DOB"),
  precision: oneOf(["YEAR", "YEAR_MONTH", "YEAR_MONTH_DAY"]).optional(),
});

const plainStep = z.looseObject({
  collection_type: z.enum(["FULL_NAME", "ADDRESS_HISTORY", "NATIONALITY", "EMAIL", "PHONE_NUMBER"]),
});

/** What a profile may be asked for; API contract §2.2. */
export const collectionSteps = z.array(
  z.discriminatedUnion("collection_type", [documentStep, birthStep, plainStep], {
    error: `collection_type must be one of ${vocabulary.CollectionStepType.join(", ")}`,
  }),
);
