import { z } from "zod";
import { environments } from "../domain/connection.ts";
import { connectionParams, contract, instant } from "./contract.ts";

/** Keys and secrets are write-only: they never come back. */
export const connectionSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  environment: z.enum(environments),
  baseUrl: z.string(),
  institutionName: z.string().nullable(),
  keyName: z.string().nullable(),
  testedAt: instant.nullable(),
  webhookUrl: z.string(),
  lastWebhookAt: instant.nullable(),
});

export const listConnections = contract({
  method: "GET",
  path: "/api/connections",
  needs: "look",
  reply: z.object({ connections: z.array(connectionSchema) }),
});

export const addConnection = contract({
  method: "POST",
  path: "/api/connections",
  needs: "settle_in",
  body: z.object({
    name: z.string().trim().min(1).max(100),
    environment: z.enum(environments),
    baseUrl: z.url(),
    apiKey: z.string().trim().min(1).max(500),
    webhookSecret: z.string().trim().min(8, "At least 8 characters").max(500),
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
