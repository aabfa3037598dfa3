import type { z } from "zod";
import { answerErrorsOf } from "./answer-errors.ts";
import { redact } from "./redact.ts";
import type { RemoteAuditItem } from "./remote-audit-item.ts";
import type { RemoteCheck } from "./remote-check.ts";
import type { RemoteApplication, RemoteProfile } from "./remote-profile.ts";
import type { RemoteNote, RemoteTask } from "./remote-task.ts";
import { type ApplicationAnswer, applicationAnswer } from "./wire/application.ts";
import type { AuditItemAnswer } from "./wire/audit-item.ts";
import type { CheckAnswer } from "./wire/check.ts";
import { linkedToAnswer, type ProfileAnswer } from "./wire/profile.ts";
import { tagAnswer } from "./wire/tag.ts";
import { type NoteAnswer, type TaskAnswer, taskAnswer } from "./wire/task.ts";

/** A profile answer in our words. Either key of the reference counts (API contract §11 row 1). */
export function remoteProfileOf(answer: ProfileAnswer): RemoteProfile {
  const metadata = answer.collected_data?.metadata;
  return {
    id: answer.id,
    role: answer.role ?? null,
    customerRef: answer.collected_data?.customer_ref || answer.collected_data?.customer_reference || null,
    displayName: answer.display_name ?? "",
    applications: remoteApplicationsOf(answer.applications),
    tags: readable(tagAnswer, answer.tags).map(({ id, name }) => ({ id, name })),
    company: metadata ? { country: metadata.country_of_incorporation ?? null, number: metadata.number ?? null } : null,
    dateOfBirth: answer.collected_data?.personal_details?.dob || null,
    hasAssociates: answer.has_associates ?? null,
    linkedTo: readable(linkedToAnswer, answer.linked_to).map(({ profile, roles }) => ({
      profileId: profile.id,
      roles: roles ?? [],
    })),
  };
}

export function remoteTasksOf(tasks: unknown[] | null | undefined): RemoteTask[] {
  return readable(taskAnswer, tasks).map(remoteTaskOf);
}

export function remoteApplicationsOf(applications: unknown[] | null | undefined): RemoteApplication[] {
  return readable(applicationAnswer, applications).map(remoteApplicationOf);
}

export function remoteApplicationOf(answer: ApplicationAnswer): RemoteApplication {
  return {
    id: answer.id,
    status: answer.status,
    productAlias: answer.product?.alias ?? null,
    associatedRole: answer.associated_role ?? null,
    flag: answer.flag ?? null,
    blockers: (answer.approval_blockers ?? []).flatMap(({ blocker_type }) => blocker_type ?? []),
  };
}

/** Older answers have only `is_complete`, newer ones `state`; the British spelling of a type is read as the other (§11 rows 5, 6). */
export function remoteTaskOf(answer: TaskAnswer): RemoteTask {
  const state = answer.state ?? (answer.is_complete ? "COMPLETED_PASS" : "INCOMPLETE");
  return {
    id: answer.id,
    type: answer.type.replace("AUTHORISED", "AUTHORIZED"),
    variantId: answer.variant?.id ?? null,
    variantAlias: answer.variant?.alias ?? null,
    state,
    isExpired: answer.is_expired ?? false,
    isComplete: answer.is_complete ?? state === "COMPLETED_PASS",
    customExpiryAt: answer.custom_expiry?.expiry_at ?? answer.custom_expiry?.expire_at ?? null,
  };
}

export function remoteNoteOf(answer: NoteAnswer): RemoteNote {
  return {
    id: answer.id,
    text: answer.text ?? "",
    authorName: answer.author_name ?? null,
    createdOn: answer.created_on ?? null,
    fileIds: (answer.attachments ?? []).flatMap(({ id }) => id ?? []),
  };
}

export function remoteCheckOf(answer: CheckAnswer): RemoteCheck {
  return {
    id: answer.id,
    type: answer.check_type,
    state: answer.state ?? (answer.result ? "COMPLETE" : "PENDING"),
    result: answer.result ?? null,
    errors: answerErrorsOf({ errors: answer.errors }, 200).map(({ code, message }) => ({
      code,
      message: redact(message, null),
    })),
    taskIds: answer.task_ids ?? [],
  };
}

export function remoteAuditItemOf({ id, action, timestamp, user, apikey }: AuditItemAnswer): RemoteAuditItem {
  return {
    id: id ?? null,
    action: action ?? "",
    happenedAt: typeof timestamp === "number" ? new Date(timestamp * 1000).toISOString() : null,
    by: user?.name ?? apikey?.name ?? null,
  };
}

/** The entries that have the shape; one that looks new must not hide the others. */
function readable<Shape extends z.ZodType>(shape: Shape, entries: unknown[] | null | undefined): z.infer<Shape>[] {
  return (entries ?? []).flatMap((entry) => {
    const parsed = shape.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}
