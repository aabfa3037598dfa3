import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { readRecord as contract } from "../../../contracts/records.ts";
import { fixableFieldsOf, fixedBecause } from "../../../domain/fixable.ts";
import { type IssueCode, issueCatalogue, sentenceOfIssue } from "../../../domain/issue-catalogue.ts";
import { fieldLabelOf } from "../../../domain/link-field.ts";
import { maskText } from "../../../domain/mask.ts";
import { fileNumberOf } from "../../../domain/record-id.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { tracksBarredBy, tracksOpenTo } from "../../../domain/track-issues.ts";
import { seenOf } from "../../../store/corrections.ts";
import { associatesOf, companiesOf, type FamilyMember } from "../../../store/family-of.ts";
import { isHeld, placeOfRecord } from "../../../store/fixable.ts";
import type { Record as StoredRecord } from "../../../store/generated/client.ts";
import { roleInWords } from "../family-lines.ts";
import type { Lineage } from "../lineage-of.ts";
import { findRecord } from "./find-record.ts";
import { fixesOf, transitionsOf } from "./history-of-record.ts";
import { deliveryOf, sentAs } from "./way-of-record.ts";

type Reply = ReplyOf<typeof contract>;

/** Records go while their file is checked again, and come back under the same ids (lib/store/make-way.ts). */
async function whyNotThere(ctx: SignedInContext, recordId: string): Promise<string> {
  const file = await ctx.db.sourceFile.findUnique({ where: { number: fileNumberOf(recordId) } }).catch(() => null);
  return file?.checkingVersion
    ? `${file.name} is being checked again with its new mapping. Its clients come back as soon as that is done; this page will show them.`
    : "There is no such client.";
}

/** One record whole, personal values masked. */
export async function readRecord(ctx: SignedInContext, recordId: string): Promise<Outcome<Reply>> {
  const found = await findRecord(ctx, recordId);
  if (!found) return refused("not_found", await whyNotThere(ctx, recordId));
  const { record, values } = found;
  const delivery = await deliveryOf(ctx, recordId);
  const place = await placeOfRecord(ctx.db, recordId);
  const issues = await issuesOf(ctx, recordId, record.entityType);
  return done({
    id: record.id,
    migrationId: record.migrationId,
    reference: record.reference,
    maskedName: maskText(record.displayName),
    role: record.role,
    entityType: record.entityType,
    ...(await familyOf(ctx, record)),
    readiness: record.readiness,
    excludedReason: record.excludedReason,
    readyFor: tracksOpenTo(
      record,
      issues.some(({ bars }) => bars.includes("full_onboarding")),
    ),
    fileName: found.fileName,
    rowNumber: record.rowNumber,
    lineNumber: found.lineNumber,
    seen: await seenOf(ctx.db, record),
    fixedBecause: fixedBecause({ ...record, isHeld: await isHeld(ctx.db, recordId) }),
    values: values.map(masked),
    place,
    blankFields: fixableFieldsOf({ ...record, place })
      .filter(({ key }) => !values.some(({ field }) => field === key))
      .map(({ key, label }) => ({ field: key, label })),
    issues,
    delivery: delivery?.shown ?? null,
    sentAs: record.role === "associate" ? await sentAs(ctx, recordId) : [],
    webhooks: delivery?.webhooks ?? [],
    transitions: [
      ...(await fixesOf(ctx, record)),
      ...(await transitionsOf(ctx, [recordId, ...(delivery ? [delivery.shown.id] : [])])),
    ].sort((a, b) => a.at.localeCompare(b.at)),
  });
}

const masked = ({ raw, value, returned, correction, ...rest }: Lineage): Lineage => ({
  ...rest,
  raw: maskText(raw),
  returned: returned && { ...returned, text: maskText(returned.text) },
  correction: correction && { ...correction, text: maskText(correction.text) },
  value: maskText(value),
});

/** More than anybody reads on one page. */
const familyMax = 200;

/** Who belongs to this company, and which companies this record belongs to. */
async function familyOf(ctx: SignedInContext, record: StoredRecord): Promise<Pick<Reply, "associates" | "companies">> {
  const isCompany = record.role === "client" && record.entityType === "company";
  const [associates, companies] = await Promise.all([
    isCompany ? associatesOf(ctx.db, record, familyMax) : [],
    companiesOf(ctx.db, record, familyMax),
  ]);
  const shown = ({ displayName, list, role, ...member }: FamilyMember) => ({
    ...member,
    maskedName: displayName === null ? null : maskText(displayName),
    role: roleInWords({ list, role }),
  });
  return { associates: associates.map(shown), companies: companies.map(shown) };
}

async function issuesOf(
  ctx: SignedInContext,
  recordId: string,
  entityType: "individual" | "company",
): Promise<Reply["issues"]> {
  const issues = await ctx.db.issue.findMany({ where: { recordId }, orderBy: { severity: "asc" } });
  return issues.map((issue) => {
    const code = issue.code as IssueCode;
    // The value is masked like everywhere on this page; the facts are ours and hold no person.
    const fieldLabel = fieldLabelOf(entityType, issue.field);
    const sentence = sentenceOfIssue({
      code,
      fieldLabel,
      value: issue.value && maskText(issue.value),
      facts: issue.facts as Record<string, string> | null,
    });
    const { title, fix } = issueCatalogue[code];
    return {
      severity: issue.severity,
      bars: [...tracksBarredBy(code)],
      title,
      sentence,
      fix,
      field: issue.field,
      fieldLabel: fieldLabel ?? "",
    };
  });
}
