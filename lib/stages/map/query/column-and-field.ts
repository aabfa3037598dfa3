import type { SignedInContext } from "../../../context.ts";
import { apartFieldOf } from "../../../domain/apart-field.ts";
import { entityTypes } from "../../../domain/entity.ts";
import { fieldOf } from "../../../domain/field.ts";
import type { Field } from "../../../domain/field-shape.ts";
import type { FoundIssue } from "../../../domain/issue.ts";
import { sentenceOfIssue } from "../../../domain/issue-catalogue.ts";
import { done, refused } from "../../../domain/refusal.ts";

/** A column of a file that was read, and the field that it is to become: of either kind of record, of a place in a company, or of a document. */
export async function columnAndField(ctx: SignedInContext, fileId: string, column: number, key: string) {
  const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
  if (!file) return refused("not_found", "There is no such file.");
  if (file.status !== "parsed")
    return refused("not_now", `The file is ${file.status}; its values are known once it was read.`);
  if (file.columns[column] === undefined)
    return refused("not_found", `The file has no column ${column + 1}; it has ${file.columns.length}.`);
  const kinds = [file.entityType, ...entityTypes];
  const field = kinds.map((kind) => fieldOf(kind, key)).find((each) => each !== undefined) ?? apartFieldOf(key);
  return field ? done({ file, field }) : refused("invalid_input", `“${key}” is no field.`);
}

export const sentenceOf = (
  issue: Pick<FoundIssue, "code" | "facts"> | null,
  value: string,
  field: Field,
): string | null => issue && sentenceOfIssue({ ...issue, value, fieldLabel: field.label });
