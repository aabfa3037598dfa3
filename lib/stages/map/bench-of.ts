import { type CleanedRecord, familyCleaner, type SourceLink } from "../../domain/clean-family.ts";
import { documentTexts, type SourceDocument } from "../../domain/document.ts";
import { documentFields } from "../../domain/document-field.ts";
import type { MappedFile } from "../../domain/file-kind.ts";
import { sentenceOfIssue } from "../../domain/issue-catalogue.ts";
import { fieldLabelOf } from "../../domain/link-field.ts";
import type { MappingBody } from "../../domain/mapping.ts";
import type { RecordRole } from "../../domain/record-role.ts";
import { linkListWords } from "../../domain/role-words.ts";

/** One record that the bench shows; `place` is what is known of its place in a company, or of a document, in words. */
export type BenchRecord = {
  record: CleanedRecord;
  label: string;
  place: { label: string; value: string }[];
  issues: string[];
};

const labelByRole: Record<RecordRole, string> = {
  client: "Client",
  associate: "Associate",
  link: "Link",
  document: "Document",
};

/** Every record that a mapping makes of one row. */
export function benchOf(cells: readonly string[], mapping: MappingBody, file: MappedFile): BenchRecord[] {
  return familyCleaner(
    mapping,
    file,
  )(cells).map((record) => ({
    record,
    label: mapping.associates?.find(({ of }) => of === record.slot)?.label ?? labelByRole[record.role],
    place: record.source ? placeOf(record.source) : paperOf(record.document),
    issues: record.cellIssues.map((issue) =>
      sentenceOfIssue({ ...issue, fieldLabel: issue.field && fieldLabelOf(record.entity.entityType, issue.field) }),
    ),
  }));
}

function placeOf(link: SourceLink): { label: string; value: string }[] {
  const words = [
    ["Company reference", link.ownerReference],
    ["Associate reference", link.associateReference],
    ["Stands among", link.list && linkListWords[link.list].many.toLowerCase()],
    ["Role", link.role],
    ["Percentage", link.percentage === null ? null : `${link.percentage} %`],
    ["Appointed on", link.appointedOn],
    ["Resigned on", link.resignedOn],
  ] as const;
  return words.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function paperOf(document: SourceDocument | null): { label: string; value: string }[] {
  const texts = document ? documentTexts(document) : {};
  return documentFields.flatMap(({ key, label }) => (texts[key] ? [{ label, value: texts[key] }] : []));
}
