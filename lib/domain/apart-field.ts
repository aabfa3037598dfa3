import { documentFieldOf } from "./document-field.ts";
import type { Field } from "./field-shape.ts";
import { linkFieldOf } from "./link-field.ts";

/** A field whose value stands beside the entity, not in it: about a place in a company, or about a document. */
export const apartFieldOf = (key: string): Field | undefined => linkFieldOf(key) ?? documentFieldOf(key);
