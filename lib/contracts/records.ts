import { z } from "zod";
import { attemptMachine } from "../domain/attempt.ts";
import { deliveryMachine, stepKinds } from "../domain/delivery.ts";
import { recordPlaces } from "../domain/fixable.ts";
import { severities } from "../domain/issue-entry.ts";
import { readinessMachine } from "../domain/record.ts";
import { recordRoles } from "../domain/record-role.ts";
import { tracks } from "../domain/track.ts";
import { contract, instant, recordParams } from "./contract.ts";

/** One place in a company, seen from either side. `recordId` null: the reference is in no file. Names are masked. */
const familyMember = z.object({
  recordId: z.uuid().nullable(),
  reference: z.string().nullable(),
  maskedName: z.string().nullable(),
  entityType: z.enum(["individual", "company"]).nullable(),
  readiness: z.enum(readinessMachine.statuses).nullable(),
  /** Has it a profile in this family? */
  isCreated: z.boolean(),
  role: z.string(),
  percentage: z.number().nullable(),
  appointedOn: z.string().nullable(),
  resignedOn: z.string().nullable(),
});

/** One record whole: where every value came from, every step and attempt, webhooks. Personal values are masked. */
export const readRecord = contract({
  method: "GET",
  path: "/api/records/:recordId",
  needs: "look",
  params: recordParams,
  reply: z.object({
    id: z.uuid(),
    migrationId: z.uuid(),
    reference: z.string().nullable(),
    maskedName: z.string(),
    role: z.enum(recordRoles),
    entityType: z.enum(["individual", "company"]),
    /** The place in a company that comes with it. */
    place: z.enum(recordPlaces),
    /** Of a company: who stands in its lists. */
    associates: z.array(familyMember),
    /** The companies that it is an associate of. */
    companies: z.array(familyMember),
    readiness: z.enum(readinessMachine.statuses),
    excludedReason: z.string().nullable(),
    /** The tracks it could take now; none of an associate or a link, which go with their company. */
    readyFor: z.array(z.enum(tracks)),
    fileName: z.string(),
    rowNumber: z.number(),
    lineNumber: z.number(),
    /** What a correction must name, so that nobody corrects what somebody else just did. */
    seen: z.string(),
    /** Why it cannot be corrected now; null: it can. */
    fixedBecause: z.string().nullable(),
    /** Field by field: label, raw cell(s) masked, what a person corrected it to, value that will be sent, masked. */
    values: z.array(
      z.object({
        field: z.string(),
        label: z.string(),
        column: z.string().nullable(),
        raw: z.string(),
        value: z.string(),
        /** What a returned problem sheet says its cells are. */
        returned: z.object({ text: z.string(), by: z.string(), at: instant, reason: z.string() }).nullable(),
        correction: z.object({ text: z.string(), by: z.string(), at: instant, reason: z.string() }).nullable(),
      }),
    ),
    /** Fields without a value that could be given one. */
    blankFields: z.array(z.object({ field: z.string(), label: z.string() })),
    issues: z.array(
      z.object({
        severity: z.enum(severities),
        /** The tracks that it keeps the record from. */
        bars: z.array(z.enum(tracks)),
        title: z.string(),
        sentence: z.string(),
        fix: z.string(),
        /** "" when it is about the whole record. */
        field: z.string(),
        fieldLabel: z.string(),
      }),
    ),
    delivery: z
      .object({
        id: z.uuid(),
        chunkId: z.uuid(),
        chunkNumber: z.number(),
        status: z.enum(deliveryMachine.statuses),
        sentence: z.string(),
        profileId: z.string().nullable(),
        profileUrl: z.string().nullable(),
        applicationStatus: z.string().nullable(),
        needsPerson: z.boolean(),
        gaps: z.number(),
        steps: z.array(
          z.object({
            id: z.uuid(),
            kind: z.enum(stepKinds),
            label: z.string(),
            doneAt: instant.nullable(),
            /** What of it is missing, and why; it may be done in part. */
            gap: z.object({ code: z.string(), sentence: z.string() }).nullable(),
            remark: z.string().nullable(),
            attempts: z.array(
              z.object({
                number: z.number(),
                status: z.enum(attemptMachine.statuses),
                httpStatus: z.number().nullable(),
                code: z.string().nullable(),
                message: z.string().nullable(),
                openedAt: instant,
                durationMs: z.number().nullable(),
              }),
            ),
          }),
        ),
      })
      .nullable(),
    /** Of an associate: the profiles it has, or was to get, in the families it stands in. */
    sentAs: z.array(
      z.object({
        reference: z.string(),
        clientId: z.uuid(),
        clientReference: z.string(),
        chunkNumber: z.number(),
        doneAt: instant.nullable(),
        profileId: z.string().nullable(),
        gap: z.string().nullable(),
      }),
    ),
    webhooks: z.array(z.object({ id: z.uuid(), event: z.string(), status: z.string(), receivedAt: instant })),
    transitions: z.array(z.object({ at: instant, what: z.string(), by: z.string(), because: z.string() })),
  }),
});

export const revealBody = z.object({ reason: z.string().trim().min(3, "Say why, in a few words").max(300) });

/** Unmasked values of a record, with a reason; audited. */
export const revealRecord = contract({
  method: "POST",
  path: "/api/records/:recordId/reveals",
  needs: "look",
  params: recordParams,
  body: revealBody,
  reply: z.object({
    name: z.string(),
    values: z.array(
      z.object({
        field: z.string(),
        raw: z.string(),
        value: z.string(),
        returned: z.string().nullable(),
        corrected: z.string().nullable(),
      }),
    ),
  }),
});
