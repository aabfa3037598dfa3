import type { EntityType } from "../domain/entity.ts";
import type { MetMemory } from "../domain/met-before.ts";
import { placeOf, recordIdOf } from "../domain/record-id.ts";
import type { RecordRole } from "../domain/record-role.ts";
import { gatherLines } from "./copy-lines.ts";
import { copyText } from "./copy-text.ts";
import { gatherSuspects } from "./gather-suspects.ts";
import { linkLine, type WrittenLink } from "./link-lines.ts";
import type { KeptRecords } from "./make-way.ts";
import { manifestLine, type WrittenDocument } from "./manifest-lines.ts";
import { gatherRecords } from "./record-bytes.ts";
import { uuidMaker } from "./uuid-v7.ts";

export type CheckedFile = { id: string; number: number; migrationId: string; version: number };
export type WrittenRecord = {
  rowNumber: number;
  /** 0: the row's own record. */
  slot: number;
  role: RecordRole;
  entityType: EntityType;
  reference: string | null;
  identity: string | null;
  displayName: string;
  data: string;
  isValid: boolean;
  link: WrittenLink | null;
  document: WrittenDocument | null;
};
export type WrittenIssue = {
  code: string;
  severity: string;
  field: string;
  value: string | null;
  facts: string | null;
};

/** How many clients of each type, and how many records that are none. */
export type Totals = Record<EntityType | "associate", number>;
export const noTotals = (): Totals => ({ individual: 0, company: 0, associate: 0 });

type Bytes = Uint8Array<ArrayBuffer>;
/**
 * What a check found in some rows, as bytes for COPY: records in its binary format (record-bytes.ts), all else as lines of text. What is
 * about records that stayed (make-way.ts) stands apart. `suspects` are values that may stand in the file twice (gather-suspects.ts).
 */
export type CheckLines = Record<LinesOf, Bytes> & { written: Totals };
export const linesOf = ["records", "issues", "keptRecords", "keptIssues", "links", "manifest", "suspects"] as const;
type LinesOf = (typeof linesOf)[number];

export const issueColumns = `(id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)`;

/** Makes lines of records and their issues. Knows no database, so that a thread beside can do it; `met` is what all threads met. */
export function checkLines(file: CheckedFile, { kept, met, now }: { kept: KeptRecords; met: MetMemory; now: Date }) {
  // The same in every line.
  const { id: fileId, migrationId } = file;
  const ofFile = `${migrationId}\t${fileId}\t`;
  const newIssueId = uuidMaker(now);
  const lines = {
    records: gatherRecords(file),
    issues: gatherLines(),
    keptRecords: gatherRecords(file),
    keptIssues: gatherLines(),
    links: gatherLines(),
    manifest: gatherLines(),
    suspects: gatherSuspects(met),
  };
  let written = noTotals();
  return {
    record(r: WrittenRecord, found: readonly WrittenIssue[]): void {
      written[r.role === "client" ? r.entityType : "associate"] += 1;
      const isKept = kept.size > 0 && kept.has(placeOf(r.rowNumber, r.slot));
      const records = isKept ? lines.keptRecords : lines.records;
      const issues = isKept ? lines.keptIssues : lines.issues;
      records.add(r);
      lines.suspects.add(r);
      if (found.length === 0 && !r.document && !r.link) return;
      const id = recordIdOf(file.number, r.rowNumber, r.slot);
      for (const i of found)
        issues.add(
          `${newIssueId()}\t${ofFile}${id}\t${r.rowNumber}\t${i.code}\t${i.severity}\t${copyText(i.field)}\t${copyText(i.value)}\t${copyText(i.facts)}\n`,
        );
      if (r.document) lines.manifest.add(manifestLine({ id, migrationId }, r.document));
      if (!r.link) return;
      const owner = r.slot > 0 ? recordIdOf(file.number, r.rowNumber) : null;
      lines.links.add(linkLine({ id, migrationId, ownerId: owner }, r.link));
    },
    /** All that has gathered since it was last taken. */
    take(): CheckLines {
      const { records, issues, keptRecords, keptIssues, links, manifest, suspects } = lines;
      const taken = {
        records: records.take(),
        issues: issues.take(),
        keptRecords: keptRecords.take(),
        keptIssues: keptIssues.take(),
        links: links.take(),
        manifest: manifest.take(),
        suspects: suspects.take(),
        written,
      };
      written = noTotals();
      return taken;
    },
  };
}
