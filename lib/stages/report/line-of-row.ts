import type { DeliveryStatus } from "../../domain/delivery.ts";
import type { EntityType } from "../../domain/entity.ts";
import { type IssueCode, issueCatalogue, sentenceOfIssue } from "../../domain/issue-catalogue.ts";
import { fieldLabelOf } from "../../domain/link-field.ts";
import { slotOf } from "../../domain/record-id.ts";
import type { RecordRole } from "../../domain/record-role.ts";
import type { ErrorLine } from "./error-line.ts";
import { wordsOfStatus } from "./how-to-fix.ts";

/** One client that did not arrive, as the database gives it. `issue…` is set for one error of an invalid client. */
export type NotArrived = {
  recordId: string;
  reference: string | null;
  fileName: string;
  rowNumber: number;
  lineNumber: number | null;
  role: RecordRole;
  entityType: EntityType;
  standing: string;
  excludedReason: string | null;
  deliveryStatus: DeliveryStatus | null;
  failureCode: string | null;
  failureMessage: string | null;
  failureField: string | null;
  attempts: number;
  firstErrorAt: Date | null;
  lastErrorAt: Date | null;
  issueCode: string | null;
  issueField: string | null;
  issueValue: string | null;
  issueFacts: Record<string, string> | null;
};

export function lineOfRow(row: NotArrived): ErrorLine {
  const base = {
    reference: row.reference ?? "",
    file: row.fileName,
    row: row.rowNumber,
    line: row.lineNumber,
    record: row.role,
    associate: slotOf(row.recordId),
    status: row.standing,
    attempts: row.attempts,
    firstErrorAt: row.firstErrorAt,
    lastErrorAt: row.lastErrorAt,
  };
  return { ...base, ...wordsOf(row) };
}

function wordsOf(row: NotArrived): Pick<ErrorLine, "field" | "code" | "sentence" | "howToFix"> {
  if (row.deliveryStatus !== null && row.deliveryStatus !== "created") {
    const words = wordsOfStatus(row.deliveryStatus);
    return {
      field: row.failureField ?? "",
      code: row.failureCode ?? row.deliveryStatus,
      sentence: row.failureMessage ?? words.sentence,
      howToFix: words.fix,
    };
  }
  if (isIssueCode(row.issueCode)) {
    const field = row.issueField ?? "";
    const sentence = sentenceOfIssue({
      code: row.issueCode,
      fieldLabel: fieldLabelOf(row.entityType, field),
      value: row.issueValue,
      facts: row.issueFacts,
    });
    return {
      field,
      code: row.issueCode,
      sentence: excluded(row, sentence),
      howToFix: issueCatalogue[row.issueCode].fix,
    };
  }
  if (row.standing === "excluded")
    return {
      field: "",
      code: "excluded",
      sentence: excluded(row, ""),
      howToFix: "Take it back in under Review if it should be migrated after all.",
    };
  return { field: "", code: row.standing, ...wordsByReadiness[row.standing === "waiting" ? "waiting" : "unchecked"] };
}

const wordsByReadiness = {
  waiting: { sentence: "Ready, but not part of any launched chunk.", howToFix: "Draft a chunk with it." },
  unchecked: {
    sentence: "Not checked yet.",
    howToFix: "Save a mapping for its file, or wait until the check is done.",
  },
};

const excluded = (row: NotArrived, sentence: string): string =>
  row.standing === "excluded"
    ? [`Left out: ${row.excludedReason ?? "no reason kept"}.`, sentence].filter(Boolean).join(" ")
    : sentence;

function isIssueCode(code: string | null): code is IssueCode {
  return code !== null && code in issueCatalogue;
}
