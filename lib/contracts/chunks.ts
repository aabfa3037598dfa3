import { z } from "zod";
import { chunkKinds, chunkMachine, processesMax } from "../domain/chunk.ts";
import { complianceSettingsSchema } from "../domain/compliance-settings.ts";
import { environments } from "../domain/connection.ts";
import { controlSettingsSchema } from "../domain/control-settings.ts";
import { deliveryMachine } from "../domain/delivery.ts";
import { failureFilterSchema, notCreatedStatuses } from "../domain/failure-filter.ts";
import { retriedWords } from "../domain/retried-words.ts";
import { retriedSchema } from "../domain/retry.ts";
import { chunkParams, contract, instant, migrationParams } from "./contract.ts";
import { planBody } from "./plan.ts";

const deliveryCounts = z.record(z.enum(deliveryMachine.statuses), z.number());

const summary = z.object({
  id: z.uuid(),
  number: z.number(),
  kind: z.enum(chunkKinds),
  status: z.enum(chunkMachine.statuses),
  processes: z.number(),
  clientCount: z.number(),
  environment: z.enum(environments),
  connectionName: z.string(),
  createdByName: z.string(),
  createdAt: instant,
  deliveries: deliveryCounts,
  /** Of the created clients those with gaps. */
  withGaps: z.number(),
});

export const listChunks = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/chunks",
  needs: "look",
  params: migrationParams,
  /**
   * `available`: ready clients that no chunk holds. `taken`: ready, but their reference already went to this connection. `correctable`: what
   * ended chunks left undone and a correction chunk could take up. `barred`: ready, but not for the
   * plan's track.
   */
  reply: z.object({
    chunks: z.array(summary),
    available: z.number(),
    taken: z.number(),
    correctable: z.number(),
    barred: z.number(),
    planMissing: z.boolean(),
  }),
});

/** Drafts a chunk of the first `clients` available ready clients. */
export const draftChunk = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/chunks",
  needs: "prepare",
  params: migrationParams,
  body: z.object({
    kind: z.enum(chunkKinds),
    clients: z.number().int().min(1).max(1_000_000),
    processes: z.number().int().min(1).max(processesMax),
  }),
  reply: z.object({ chunkId: z.uuid() }),
});

export const discardChunk = contract({
  method: "DELETE",
  path: "/api/chunks/:chunkId",
  needs: "prepare",
  params: chunkParams,
  reply: z.object({}),
});
export const submitChunk = contract({
  method: "POST",
  path: "/api/chunks/:chunkId/submission",
  needs: "prepare",
  params: chunkParams,
  reply: z.object({}),
});
export const takeBackChunk = contract({
  method: "DELETE",
  path: "/api/chunks/:chunkId/submission",
  needs: "prepare",
  params: chunkParams,
  reply: z.object({}),
});
/** The approver names the fingerprint they looked at. */
export const approveChunk = contract({
  method: "POST",
  path: "/api/chunks/:chunkId/approval",
  needs: "approve",
  params: chunkParams,
  body: z.object({ fingerprint: z.string(), comment: z.string().trim().max(1000) }),
  reply: z.object({}),
});
export const refuseChunk = contract({
  method: "DELETE",
  path: "/api/chunks/:chunkId/approval",
  needs: "approve",
  params: chunkParams,
  body: z.object({ reason: z.string().trim().min(3, "Say why, in a few words").max(1000) }),
  reply: z.object({}),
});
export const launchChunk = contract({
  method: "POST",
  path: "/api/chunks/:chunkId/launch",
  needs: "launch",
  params: chunkParams,
  body: z.object({ typedCount: z.number().int() }),
  reply: z.object({}),
});
export const pauseChunk = contract({
  method: "POST",
  path: "/api/chunks/:chunkId/pause",
  needs: "halt",
  params: chunkParams,
  reply: z.object({}),
});
export const resumeChunk = contract({
  method: "DELETE",
  path: "/api/chunks/:chunkId/pause",
  needs: "launch",
  params: chunkParams,
  reply: z.object({}),
});
export const stopChunk = contract({
  method: "POST",
  path: "/api/chunks/:chunkId/stop",
  needs: "halt",
  params: chunkParams,
  reply: z.object({}),
});
/** Sends failed deliveries of the chunk again: all of them, or those it names. The words of a filter travel in the body, not in an address. */
export const retryFailed = contract({
  method: "POST",
  path: "/api/chunks/:chunkId/retries",
  needs: "launch",
  params: chunkParams,
  body: z.object({ which: retriedSchema.default({ kind: "all" }) }),
  reply: z.object({ retried: z.number() }),
  wordsForAudit: ({ which }) => retriedWords(which),
});
/** How many processes send from now on, at most as many as were approved. `seen`: the number it had on the screen. */
export const setProcesses = contract({
  method: "PUT",
  path: "/api/chunks/:chunkId/processes",
  needs: "halt",
  params: chunkParams,
  body: z.object({ processes: z.number().int().min(1).max(processesMax), seen: z.number().int() }),
  reply: z.object({ processes: z.number() }),
  wordsForAudit: ({ seen, processes }) => `from ${seen} to ${processes} processes`,
});

/** The dashboard of a chunk; asked every second while it is live. */
export const readChunk = contract({
  method: "GET",
  path: "/api/chunks/:chunkId",
  needs: "look",
  params: chunkParams,
  reply: summary.extend({
    migrationId: z.uuid(),
    migrationName: z.string(),
    settings: planBody
      .omit({ connectionId: true })
      .extend({ version: z.number(), compliance: complianceSettingsSchema, control: controlSettingsSchema }),
    fingerprint: z.string(),
    /** Clients by type, and five samples of exactly what Passfort will be sent. Samples are masked. */
    byType: z.object({ individual: z.number(), company: z.number() }),
    /** Profiles that the associates of its companies become, and associates that stay behind because of errors. */
    families: z.object({ profiles: z.number(), leftOut: z.number() }),
    /** Clients that take over a profile which exists already; none is created for them. */
    takeovers: z.number(),
    samples: z.array(
      z.object({ recordId: z.uuid(), reference: z.string(), maskedName: z.string(), request: z.unknown() }),
    ),
    warnings: z.array(z.object({ title: z.string(), count: z.number() })),
    people: z.object({
      submittedBy: z.string().nullable(),
      approvedBy: z.string().nullable(),
      launchedBy: z.string().nullable(),
      approvalComment: z.string().nullable(),
      refusalReason: z.string().nullable(),
    }),
    submittedAt: instant.nullable(),
    approvedAt: instant.nullable(),
    approvalExpiresAt: instant.nullable(),
    launchedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    holdReason: z.string().nullable(),
    heldUntil: instant.nullable(),
    /** Why this person may not approve it, or null. Decided by the server. */
    mayNotApproveBecause: z.string().nullable(),
    identityHolds: z.boolean(),
    inFlight: z.number(),
    /** Deliveries finished per minute over the last minute; null before the first. */
    pacePerMinute: z.number().nullable(),
    /** 95th percentile of create calls over the last five minutes, ms. */
    p95Ms: z.number().nullable(),
    throttled: z.number(),
    /** As many processes as a person allows now, and as really run: fewer while Passfort is in trouble, with why. */
    allowedProcesses: z.number(),
    presentProcesses: z.number(),
    slowedBecause: z.string().nullable(),
    /** What went wrong, by code. `isTransient`: likely to succeed when it is only sent again. */
    failureCodes: z.array(
      z.object({
        status: z.enum(notCreatedStatuses),
        code: z.string(),
        count: z.number(),
        example: z.string().nullable(),
        isTransient: z.boolean(),
      }),
    ),
    /** Seconds left as a range; null when nothing moves. */
    etaSeconds: z.object({ from: z.number(), to: z.number() }).nullable(),
    /** At most 120 points from launch to now. */
    history: z.array(z.object({ at: instant, created: z.number(), failed: z.number() })),
  }),
});

/** Clients that were not created, those that fit a filter; `after` is the cursor `next` of the page before. */
export const listFailures = contract({
  method: "GET",
  path: "/api/chunks/:chunkId/failures",
  needs: "look",
  params: chunkParams,
  query: z.object({ ...failureFilterSchema.shape, after: z.string().optional() }),
  reply: z.object({
    /** Of those that fit, by where they stand: only failed ones can be sent again as they are. */
    counts: z.record(z.enum(notCreatedStatuses), z.number()),
    total: z.number(),
    next: z.string().nullable(),
    failures: z.array(
      z.object({
        deliveryId: z.uuid(),
        recordId: z.uuid(),
        /** Uncertain, and not even its profile is known: a person may say what became of it. */
        maySettle: z.boolean(),
        reference: z.string(),
        rowNumber: z.number(),
        fileName: z.string(),
        status: z.enum(notCreatedStatuses),
        code: z.string().nullable(),
        field: z.string().nullable(),
        sentence: z.string(),
        attempts: z.number(),
      }),
    ),
  }),
});
