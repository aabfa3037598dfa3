import { z } from "zod";
import { environments } from "../domain/connection.ts";
import { smokeRunMachine } from "../domain/smoke-run.ts";
import { connectionParams, contract, instant, none } from "./contract.ts";

/** Keys and secrets are write-only: when they were set is told, never what they are. */
export const connectionSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  environment: z.enum(environments),
  baseUrl: z.string(),
  institutionName: z.string().nullable(),
  keyName: z.string().nullable(),
  testedAt: instant.nullable(),
  apiKeySetAt: instant,
  webhookSecretSetAt: instant,
  /** The webhook secret before the present one is taken until then. Null: no change is under way. */
  formerSecretUntil: instant.nullable(),
  webhookUrl: z.string(),
  lastWebhookAt: instant.nullable(),
  /** The newest smoke run. */
  smoke: z.object({ status: z.enum(smokeRunMachine.statuses), at: instant }).nullable(),
});

export const listConnections = contract({
  method: "GET",
  path: "/api/connections",
  needs: "look",
  reply: z.object({ connections: z.array(connectionSchema) }),
});

const name = z.string().trim().min(1).max(100);
const baseUrl = z.url().max(500);
const apiKey = z.string().trim().min(1).max(500);
const webhookSecret = z.string().trim().min(8, "At least 8 characters").max(500);

/** Who a key belongs to, before it is kept. The key alone decides the account, so a person looks at the answer. */
export const introduceKey = contract({
  method: "POST",
  path: "/api/connections/introductions",
  needs: "settle_in",
  body: z.object({ environment: z.enum(environments), baseUrl, apiKey }),
  reply: z.object({ sentence: z.string(), institutionName: z.string(), keyName: z.string().nullable() }),
});

/** A demo or production key is asked who it is before it is kept; `seenInstitution` is what the person was shown. */
export const addConnection = contract({
  method: "POST",
  path: "/api/connections",
  needs: "settle_in",
  body: z.object({
    name,
    environment: z.enum(environments),
    baseUrl,
    apiKey,
    webhookSecret,
    seenInstitution: z.string().optional(),
  }),
  reply: z.object({ connectionId: z.uuid() }),
});

/** Calls whoami with the stored key and keeps what it says. */
export const testConnection = contract({
  method: "POST",
  path: "/api/connections/:connectionId/tests",
  needs: "look",
  params: connectionParams,
  reply: z.object({
    ok: z.boolean(),
    sentence: z.string(),
    institutionName: z.string().nullable(),
    keyName: z.string().nullable(),
  }),
});

export const renameConnection = contract({
  method: "PUT",
  path: "/api/connections/:connectionId/name",
  needs: "settle_in",
  params: connectionParams,
  body: z.object({ name }),
  reply: none,
});

export const changeAddress = contract({
  method: "PUT",
  path: "/api/connections/:connectionId/address",
  needs: "settle_in",
  params: connectionParams,
  body: z.object({ baseUrl }),
  reply: none,
});

/** Another key of the same account. One of another account is refused: what was sent is known by connection. */
export const replaceKey = contract({
  method: "PUT",
  path: "/api/connections/:connectionId/api-key",
  needs: "settle_in",
  params: connectionParams,
  body: z.object({ apiKey }),
  reply: none,
});

/** The former secret is taken for one day more, so that Passfort can be told meanwhile. */
export const replaceWebhookSecret = contract({
  method: "PUT",
  path: "/api/connections/:connectionId/webhook-secret",
  needs: "settle_in",
  params: connectionParams,
  body: z.object({ webhookSecret }),
  reply: none,
});

/** From now on only the present webhook secret is taken. */
export const endFormerSecret = contract({
  method: "DELETE",
  path: "/api/connections/:connectionId/former-webhook-secret",
  needs: "settle_in",
  params: connectionParams,
  reply: none,
});

/** Refused while a plan or a chunk hangs on it. Its smoke runs and its stored webhook events go with it. */
export const removeConnection = contract({
  method: "DELETE",
  path: "/api/connections/:connectionId",
  needs: "settle_in",
  params: connectionParams,
  reply: none,
});
