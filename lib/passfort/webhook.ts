import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** One knock of Passfort. A hint to look, never a fact to trust. `body` is as received, without its secret. */
export type WebhookEnvelope = {
  /** Passfort's id; the body's own hash when it has none, so that the same message still counts once. */
  eventId: string;
  event: string;
  profileId: string | null;
  customerRef: string | null;
  applicationId: string | null;
  newStatus: string | null;
  happenedAt: Date | null;
  body: Record<string, unknown>;
};

export type WebhookReading =
  /** Genuine. `unreadable` counts entries of a batch that are no objects: they are let go, or the queue would stall. */
  | { kind: "events"; events: WebhookEnvelope[]; unreadable: number }
  /** No secret, or not ours: answer 401. */
  | { kind: "forged" }
  /** Not JSON we can take apart: answer 400. */
  | { kind: "unreadable" };

export type WebhookRequest = {
  body: string;
  /** The Authorization header. */
  authorization: string | null;
  /** The secrets valid now: two during a rotation. */
  secrets: readonly string[];
};

/**
 * Verifies and takes apart what Passfort posts: one envelope, an array, or `{events: […]}` (API contract §8, §11 row 10).
 * The secret is compared in constant time wherever it is given, header and bodies, and must be given at least once.
 */
export function readWebhook({ body, authorization, secrets }: WebhookRequest): WebhookReading {
  const json = jsonOf(body);
  const entries = entriesOf(json);
  const envelopes = entries.filter(isObject);
  const wrapper = isObject(json) && !envelopes.includes(json) ? [json] : [];

  const inHeader = bearerOf(authorization);
  const inBodies = [...wrapper, ...envelopes].map(({ secret }) => secret).filter((secret) => secret !== undefined);
  const given = inHeader === null ? inBodies : [inHeader, ...inBodies];
  // Every secret given must be right; and without a header every envelope must bring its own, or one could ride along.
  const isVouched =
    inHeader !== null || wrapper.some(hasSecret) || (envelopes.length > 0 && envelopes.every(hasSecret));
  if (!isVouched || !given.every((secret) => isSecret(secret, secrets)))
    return json === undefined && inHeader === null ? { kind: "unreadable" } : { kind: "forged" };

  if (json === undefined || (entries.length > 0 && envelopes.length === 0)) return { kind: "unreadable" };
  return { kind: "events", events: envelopes.map(envelopeOf), unreadable: entries.length - envelopes.length };
}

function entriesOf(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  if (isObject(json) && Array.isArray(json.events)) return json.events;
  return [json];
}

const maybe = z.string().nullish().catch(null);
const envelopeSchema = z.object({
  id: maybe,
  event: maybe,
  timestamp: z.union([z.number(), z.string()]).nullish().catch(null),
  data: z
    .object({ profile_id: maybe, customer_ref: maybe, application_id: maybe, new_status: maybe })
    .nullish()
    .catch(null),
});

function envelopeOf(received: Record<string, unknown>): WebhookEnvelope {
  const body = withoutSecret(received);
  const { id, event, timestamp, data } = envelopeSchema.parse(body);
  return {
    eventId: id || `sha256:${sha256(JSON.stringify(body)).toString("hex")}`,
    event: event || "UNKNOWN",
    profileId: data?.profile_id ?? null,
    customerRef: data?.customer_ref ?? null,
    applicationId: data?.application_id ?? null,
    newStatus: data?.new_status ?? null,
    happenedAt: instantOf(timestamp),
    body,
  };
}

function withoutSecret({ secret: _, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}

/** Unix seconds (API contract §8.2); text that says the same is taken as well. */
function instantOf(timestamp: string | number | null | undefined): Date | null {
  if (timestamp === null || timestamp === undefined || timestamp === "") return null;
  const seconds = Number(timestamp);
  const instant = new Date(Number.isNaN(seconds) ? Date.parse(String(timestamp)) : seconds * 1000);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** Digests have one length, so neither length nor content shows in the time it takes; all secrets are always tried. */
function isSecret(given: unknown, secrets: readonly string[]): boolean {
  if (typeof given !== "string") return false;
  const digest = sha256(given);
  return secrets.filter((secret) => secret !== "" && timingSafeEqual(sha256(secret), digest)).length > 0;
}

function bearerOf(authorization: string | null): string | null {
  return authorization === null ? null : (/^Bearer +(.+)$/i.exec(authorization.trim())?.[1]?.trim() ?? "");
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function hasSecret(entry: Record<string, unknown>): boolean {
  return entry.secret !== undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
