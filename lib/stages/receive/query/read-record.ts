import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { readRecord as contract } from "../../../contracts/records.ts";
import { fixableFieldsOf, fixedBecause } from "../../../domain/fixable.ts";
import { type IssueCode, issueCatalogue, sentenceOfIssue } from "../../../domain/issue-catalogue.ts";
import { fieldLabelOf } from "../../../domain/link-field.ts";
import { listInWords } from "../../../domain/list-words.ts";
import { maskText } from "../../../domain/mask.ts";
import { fileNumberOf } from "../../../domain/record-id.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { tracksBarredBy, tracksOpenTo } from "../../../domain/track-issues.ts";
import { seenOf } from "../../../store/corrections.ts";
import { associatesOf, companiesOf, type FamilyMember } from "../../../store/family-of.ts";
import { isHeld, placeOfRecord } from "../../../store/fixable.ts";
import type { Record as StoredRecord } from "../../../store/generated/client.ts";
import { namesOf } from "../../../store/name-of.ts";
import { namesOfPeople } from "../../../store/names-of-people.ts";
import { roleInWords } from "../family-lines.ts";
import type { Lineage } from "../lineage-of.ts";
import { labelOfStep, sentenceOfDelivery } from "../sentence-of-delivery.ts";
import { findRecord } from "./find-record.ts";

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
    webhooks: delivery?.webhooks ?? [],
    transitions: [
      ...(await fixesOf(ctx, record)),
      ...(await transitionsOf(ctx, [recordId, ...(delivery ? [delivery.shown.id] : [])])),
    ].sort((a, b) => a.at.localeCompare(b.at)),
  });
}

const masked = ({ raw, value, correction, ...rest }: Lineage): Lineage => ({
  ...rest,
  raw: maskText(raw),
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

async function deliveryOf(ctx: SignedInContext, recordId: string) {
  const delivery = await ctx.db.delivery.findFirst({
    where: { recordId },
    orderBy: { queuedAt: "desc" },
    include: {
      chunk: { select: { number: true } },
      steps: { orderBy: { position: "asc" }, include: { attempts: { orderBy: { number: "asc" } } } },
      webhookEvents: { orderBy: { receivedAt: "desc" }, take: 50 },
    },
  });
  if (!delivery) return null;
  const shown: NonNullable<Reply["delivery"]> = {
    id: delivery.id,
    chunkId: delivery.chunkId,
    chunkNumber: delivery.chunk.number,
    status: delivery.status,
    sentence: sentenceOfDelivery(delivery),
    profileId: delivery.profileId,
    // Where the portal shows a profile is published nowhere (API contract §2); a guessed link would lead astray.
    profileUrl: null,
    applicationStatus: delivery.applicationStatus,
    needsPerson: delivery.needsPerson,
    steps: delivery.steps.map((step) => ({
      kind: step.kind,
      label: labelOfStep(step),
      doneAt: step.doneAt?.toISOString() ?? null,
      attempts: step.attempts.map(({ number, status, httpStatus, code, message, openedAt, durationMs }) => ({
        number,
        status,
        httpStatus,
        code,
        message,
        openedAt: openedAt.toISOString(),
        durationMs,
      })),
    })),
  };
  const webhooks = delivery.webhookEvents.map(({ id, event, status, receivedAt }) => ({
    id,
    event,
    status,
    receivedAt: receivedAt.toISOString(),
  }));
  return { shown, webhooks };
}

/** Corrections of this record, and their takings-back, as lines of its history. */
async function fixesOf(ctx: SignedInContext, record: StoredRecord): Promise<Reply["transitions"]> {
  const corrections = await ctx.db.correction.findMany({ where: { recordId: record.id } });
  const fixes = await ctx.db.fix.findMany({ where: { id: { in: corrections.map(({ fixId }) => fixId) } }, take: 200 });
  const nameOf = await namesOfPeople(
    ctx.db,
    fixes.flatMap(({ byId, undoneById }) => [byId, ...(undoneById ? [undoneById] : [])]),
  );
  return fixes.flatMap(({ fields, at, byId, undoneAt, undoneById, reason }) => {
    const what = listInWords(fields.map((key) => fieldLabelOf(record.entityType, key) ?? key));
    const made = { at: at.toISOString(), what: `${what} corrected`, by: nameOf(byId), because: reason };
    if (!undoneAt || !undoneById) return [made];
    const because = `It was corrected with the reason: ${reason}`;
    return [
      made,
      { at: undoneAt.toISOString(), what: `Correction of ${what} taken back`, by: nameOf(undoneById), because },
    ];
  });
}

async function transitionsOf(ctx: SignedInContext, subjectIds: string[]): Promise<Reply["transitions"]> {
  const transitions = await ctx.db.transition.findMany({
    where: { subjectId: { in: subjectIds } },
    orderBy: { id: "asc" },
    take: 200,
  });
  const names = await namesOf(
    ctx.db,
    transitions.map(({ byId }) => byId),
  );
  return transitions.map(({ at, machine, from, to, byId, because }) => ({
    at: at.toISOString(),
    what: `${machine}: ${from} → ${to}`,
    by: byId === null ? "the panel itself" : (names.get(byId) ?? "somebody who left"),
    because,
  }));
}
