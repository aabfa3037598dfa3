import { rowCorrector, type StandingCorrections } from "../../../domain/corrected-row.ts";
import { identityOf } from "../../../domain/entity.ts";
import type { MappedFile } from "../../../domain/file-kind.ts";
import type { FoundIssue } from "../../../domain/issue.ts";
import { issueCatalogue } from "../../../domain/issue-catalogue.ts";
import type { MappingBody } from "../../../domain/mapping.ts";
import type { MetMemory } from "../../../domain/met-before.ts";
import {
  type CheckedFile,
  type CheckLines,
  checkLines,
  type WrittenIssue,
  type WrittenRecord,
} from "../../../store/check-lines.ts";
import type { KeptRecords } from "../../../store/make-way.ts";
import { writtenDocument } from "../../../store/manifest-lines.ts";
import { type BlockText, rowsOf } from "../../../store/row-blocks.ts";
import { type CheckedRecord, rowChecker } from "../check-row.ts";

/** All that checking rows needs to know; it can be sent to a thread. */
export type CheckJob = {
  target: CheckedFile;
  kept: KeptRecords;
  /** What all who check the file met of what may not stand in it twice. */
  met: MetMemory;
  corrections: StandingCorrections;
  mapping: MappingBody;
  file: MappedFile;
  /** Number of columns of the file. */
  columns: number;
  /** `YYYY-MM-DD`. */
  today: string;
  now: Date;
};

/** Makes records and issues of source rows, block by block, as lines for the database. */
export function blockChecker({ target, kept, met, corrections, mapping, file, columns, today, now }: CheckJob): {
  check(block: BlockText): void;
  /** What the blocks since the last time gave. */
  take(): CheckLines;
} {
  const check = rowChecker(mapping, file, columns, today);
  const correct = rowCorrector(corrections, mapping, columns);
  const lines = checkLines(target, { kept, met, now });
  return {
    check(block) {
      for (const { rowNumber, cells } of rowsOf(block)) {
        const corrected = correct(rowNumber, cells);
        for (const checked of check(corrected.cells, corrected.corrections))
          lines.record(writtenRecord(rowNumber, checked), writtenIssues(checked.issues));
      }
    },
    take: lines.take,
  };
}

/** A checked record as the database keeps it. */
export const writtenRecord = (
  rowNumber: number,
  { entity, slot, role, displayName, isValid, link, document }: CheckedRecord,
): WrittenRecord => ({
  rowNumber,
  slot,
  role,
  entityType: entity.entityType,
  reference: entity.reference ?? null,
  identity: identityOf(entity) ?? null,
  displayName,
  data: JSON.stringify(entity),
  isValid,
  link,
  document: document && writtenDocument(document),
});

const none: WrittenIssue[] = [];

export const writtenIssues = (issues: readonly FoundIssue[]): WrittenIssue[] =>
  issues.length === 0 ? none : issues.map(writtenIssue);

const writtenIssue = ({ code, field, value, facts }: FoundIssue): WrittenIssue => ({
  code,
  severity: issueCatalogue[code].severity,
  field: field ?? "",
  value: value?.slice(0, 500) ?? null,
  facts: facts ? JSON.stringify(facts) : null,
});
