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
import { labelOfStep } from "../../../domain/step-label.ts";
import { tracksBarredBy, tracksOpenTo } from "../../../domain/track-issues.ts";
import { seenOf } from "../../../store/corrections.ts";
import { associatesOf, companiesOf, type FamilyMember } from "../../../store/family-of.ts";
import { isHeld, placeOfRecord } from "../../../store/fixable.ts";
import type { Record as StoredRecord } from "../../../store/generated/client.ts";
import { namesOf } from "../../../store/name-of.ts";
import { namesOfPeople } from "../../../store/names-of-people.ts";
import { roleInWords } from "../family-lines.ts";
import type { Lineage } from "../lineage-of.ts";
import { sentenceOfDelivery } from "../sentence-of-delivery.ts";
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
    gaps: delivery.gaps,
    steps: delivery.steps.map((step) => ({
      kind: step.kind,
      label: labelOfStep(step),
      doneAt: step.doneAt?.toISOString() ?? null,
      gap: step.gapCode === null ? null : { code: step.gapCode, sentence: step.gapMessage ?? "" },
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

/** The steps that made, or were to make, profiles of an associate; the newest first. */
async function sentAs(ctx: SignedInContext, recordId: string): Promise<Reply["sentAs"]> {
  const steps = await ctx.db.step.findMany({
    where: { recordId, kind: "create_associate" },
    include: { delivery: { select: { recordId: true, reference: true, chunk: { select: { number: true } } } } },
    orderBy: { id: "desc" },
    take: familyMax,
  });
  return steps.map(({ subject, delivery, doneAt, resultId, gapMessage }) => ({
    reference: subject,
    clientId: delivery.recordId,
    clientReference: delivery.reference,
    chunkNumber: delivery.chunk.number,
    doneAt: doneAt?.toISOString() ?? null,
    profileId: resultId,
    gap: gapMessage,
  }));
}

/** Corrections of this record, and their takings-back, as lines of its history. */
async function fixesOf(ctx: SignedInContext, record: StoredRecord): Promise<Reply["transitions"]> {
  const { id, fileId, rowNumber } = record;
  const [corrections, cells, file] = await Promise.all([
    ctx.db.correction.findMany({ where: { recordId: id } }),
    ctx.db.cellCorrection.findMany({ where: { fileId, rowNumber } }),
    ctx.db.sourceFile.findUnique({ where: { id: fileId }, select: { columns: true } }),
  ]);
  const cellsByFix = Map.groupBy(cells, ({ fixId }) => fixId);
  const fixes = await ctx.db.fix.findMany({
    where: { id: { in: [...corrections.map(({ fixId }) => fixId), ...cellsByFix.keys()] } },
    take: 200,
  });
  const whatOf = (fix: (typeof fixes)[number]): string => {
    const columns = (cellsByFix.get(fix.id) ?? []).map(
      ({ column }) => `“${file?.columns[column] ?? `column ${column + 1}`}”`,
    );
    return listInWords([...fix.fields.map((key) => fieldLabelOf(record.entityType, key) ?? key), ...columns]);
  };
  const nameOf = await namesOfPeople(
    ctx.db,
    fixes.flatMap(({ byId, undoneById }) => [byId, ...(undoneById ? [undoneById] : [])]),
  );
  return fixes.flatMap((fix) => {
    const { at, byId, undoneAt, undoneById, reason } = fix;
    const what = whatOf(fix);
    const made = {
      at: at.toISOString(),
      what: `${what} corrected${fix.cells > 0 ? " by a return" : ""}`,
      by: nameOf(byId),
      because: reason,
    };
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
