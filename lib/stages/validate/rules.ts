import type { FoundIssue } from "../../domain/issue.ts";
import type { RecordRole } from "../../domain/record-role.ts";
import type { Rule, RuleInput } from "./rule.ts";
import { belongTogether } from "./rules/belong-together.ts";
import { capitalName } from "./rules/capital-name.ts";
import { companyInPerson } from "./rules/company-in-person.ts";
import { companyNumber } from "./rules/company-number.ts";
import { documentComplete } from "./rules/document-complete.ts";
import { email } from "./rules/email.ts";
import { fullAddress } from "./rules/full-address.ts";
import { lei } from "./rules/lei.ts";
import { linkComplete } from "./rules/link-complete.ts";
import { namesEqual } from "./rules/names-equal.ts";
import { nationalIds } from "./rules/national-ids.ts";
import { placeholderDate } from "./rules/placeholder-date.ts";
import { plausibleDates } from "./rules/plausible-dates.ts";
import { raggedRow } from "./rules/ragged-row.ts";
import { requiredFields } from "./rules/required-fields.ts";
import { stateOfIncorporation } from "./rules/state-of-incorporation.ts";
import { suspiciousName } from "./rules/suspicious-name.ts";
import { titleInName } from "./rules/title-in-name.ts";
import { tooLong } from "./rules/too-long.ts";

const ofEveryEntity: readonly Rule[] = [
  requiredFields,
  tooLong,
  plausibleDates,
  email,
  suspiciousName,
  capitalName,
  titleInName,
  companyInPerson,
  namesEqual,
  placeholderDate,
  companyNumber,
  lei,
  belongTogether,
  nationalIds,
];

/** Every rule about one record. A new rule is a file and a line here. Nobody runs an identity check on an associate's address. */
const rulesByRole: Record<RecordRole, readonly Rule[]> = {
  client: [...ofEveryEntity, stateOfIncorporation, fullAddress],
  associate: [...ofEveryEntity, linkComplete],
  link: [linkComplete],
  document: [documentComplete],
};
export const rules: readonly Rule[] = [...new Set(Object.values(rulesByRole).flat())];

/** Codes found while cleaning cells (lib/domain/clean-row.ts) and over the whole migration (lib/store/refresh-duplicates.ts, refresh-links.ts, refresh-documents.ts). */
export const codesFoundElsewhere = [
  "field.date_format",
  "field.date_impossible",
  "field.country",
  "field.gender",
  "field.number",
  "field.choice",
  "field.country_historic",
  "field.phone",
  "field.name_split",
  "field.value_unmapped",
  "row.kind_unknown",
  "link.parent_missing",
  "link.associate_missing",
  "link.leads_nowhere",
  "passfort.refused",
  "link.percentage",
  "link.role",
  "link.self",
  "link.cycle",
  "link.too_deep",
  "link.no_director",
  "link.ownership_over",
  "link.ownership_gap",
  "link.shared_person",
  "document.use",
  "document.category",
  "document.type",
  "document.side",
  "document.owner_missing",
  "document.missing",
  "document.ambiguous",
  "document.shared",
  "document.too_large",
  "document.damaged",
  "document.content",
  "document.refused",
  "document.tiff",
  "document.duplicate",
  "record.duplicate_reference",
  "record.duplicate_company",
  "record.likely_duplicate",
] as const;

/** Everything wrong with one row. In a row with a shifted cell every other finding would be noise, so that comes alone. */
export function issuesOf(input: RuleInput, cellIssues: readonly FoundIssue[]): readonly FoundIssue[] {
  const ragged = raggedRow.check(input);
  if (ragged.length > 0) return ragged;
  let all: readonly FoundIssue[] = cellIssues;
  for (const rule of rulesByRole[input.role]) {
    const found = rule.check(input);
    if (found.length > 0) all = [...all, ...found];
  }
  return all;
}
