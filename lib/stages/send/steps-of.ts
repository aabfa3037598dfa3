import type { ChunkSettings } from "../../domain/chunk-settings.ts";
import type { ComplianceSettings } from "../../domain/compliance-settings.ts";
import type { StepKind } from "../../domain/delivery.ts";
import type { EntityType } from "../../domain/entity.ts";
import { referenceTagOf } from "../../domain/reference-tag.ts";
import type { FamilyCompany } from "./family-tree.ts";

/** `gap`: it is known beforehand that it will not be sent, and why. */
export type PlannedStep = {
  kind: StepKind;
  subject: string;
  recordId?: string;
  gap?: { code: string; message: string };
};

/** A document as its steps name it: `subject` tells it within the delivery, `reference` whose it is. */
export type PlannedDocument = { subject: string; id: string; use: "file" | "document" };

type Sent = {
  reference: string;
  entityType: EntityType;
  settings: Pick<ChunkSettings, "track" | "tags" | "compliance">;
  family?: readonly FamilyCompany[];
  documents?: readonly PlannedDocument[];
  /** Text of the client's own for the evidence note. */
  note?: string | undefined;
  /** Its profile existed before and holds what somebody else entered. */
  isTakenOver?: boolean;
};

/**
 * What must come to be in Passfort for one family, in order: the profile with its application, then its unique reference tag at once (only a tag
 * can be searched for, API contract §10); company by company from the top down, because an associate company gets the tasks its own
 * associates are linked for only by being linked itself (§4.3.7): the profiles of its associates, then one write that links them all; then
 * documents, the tags of the plan, and what limited compliance asks for. Last of all the client is read back; one that was taken over is
 * held against what we know in the reading that takes it over.
 */
export function stepsOf(sent: Sent): PlannedStep[] {
  const { reference, entityType, settings, family = [], documents = [], note = "", isTakenOver = false } = sent;
  const names = new Set([referenceTagOf(reference), ...settings.tags]);
  const [unique, ...others] = [...names].map((subject): PlannedStep => ({ kind: "add_tag", subject }));
  return [
    { kind: "create_profile", subject: "" },
    ...(unique ? [unique] : []),
    ...family.flatMap(stepsOfCompany),
    ...documents.flatMap(stepsOfDocument),
    ...others,
    ...(settings.track === "limited_compliance" ? complianceSteps(settings.compliance, entityType, note) : []),
    ...(isTakenOver ? [] : [{ kind: "read_back", subject: "" } satisfies PlannedStep]),
  ];
}

/** Evidence is a file, for notes; an identity paper is an image and a document that names it (API contract §6). */
function stepsOfDocument({ subject, id, use }: PlannedDocument): PlannedStep[] {
  const kinds: Record<PlannedDocument["use"], StepKind[]> = {
    file: ["upload_file"],
    document: ["upload_image", "add_document"],
  };
  return kinds[use].map((kind) => ({ kind, subject, recordId: id }));
}

/** The sequence of API contract §5.3: evidence first, so that a completed task names it; approval last, when nothing is open any more. */
function complianceSteps(
  { note, tasks, checks, approve }: ComplianceSettings,
  entityType: EntityType,
  own: string,
): PlannedStep[] {
  const of = (kind: StepKind) => (subject: string) => ({ kind, subject });
  return [
    ...(evidenceNote(note, own) === "" ? [] : tasks[entityType].map(of("add_note"))),
    ...tasks[entityType].map(of("complete_task")),
    ...checks[entityType].map(of("run_check")),
    ...checks[entityType].map(of("await_check")),
    ...(approve ? [{ kind: "approve", subject: "" } satisfies PlannedStep] : []),
  ];
}

function stepsOfCompany({ reference, associates }: FamilyCompany): PlannedStep[] {
  return [
    ...associates.map(
      (associate): PlannedStep => ({
        kind: "create_associate",
        subject: associate.reference,
        recordId: associate.recordId,
        ...(associate.isReady ? {} : { gap: notReady }),
      }),
    ),
    ...(associates.some(({ isReady }) => isReady)
      ? [{ kind: "link_associates", subject: reference } satisfies PlannedStep]
      : []),
  ];
}

export const notReady = {
  code: "not_ready",
  message: "It has errors, so it was not sent. Correct it in the review; it then leaves with a correction chunk.",
};

/** What the note on a task says: the plan's words about the evidence, then what the source says of this client. */
export const evidenceNote = (ofPlan: string, own: string | undefined): string =>
  [ofPlan, own?.trim() ?? ""].filter((text) => text !== "").join("\n\n");
