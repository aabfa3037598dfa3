import { z } from "zod";
import { controlSettingsSchema } from "../domain/control-settings.ts";
import { limitedMethods, tracks } from "../domain/track.ts";
import { contract, instant, migrationParams } from "./contract.ts";

const alias = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_-]{1,100}$/, "Letters, digits, _ and - only")
  .nullable();
const tag = z
  .string()
  .trim()
  .regex(/^[\x20-\x7e]{1,100}$/, "Plain ASCII, up to 100 characters");

export const planBody = z.object({
  connectionId: z.uuid(),
  track: z.enum(tracks),
  limitedMethod: z.enum(limitedMethods).nullable(),
  productAliasIndividual: alias,
  productAliasCompany: alias,
  /** Sent on every profile besides the unique reference tag `MIGREF-<reference>`. */
  tags: z.array(tag).max(10),
  /** When chunks pause by themselves and when they may send. Left out: as it stands, at first the usual. */
  control: controlSettingsSchema.optional(),
});

export const readPlan = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/plan",
  needs: "look",
  params: migrationParams,
  reply: z.object({
    plan: planBody
      .extend({ control: controlSettingsSchema, version: z.number(), changedByName: z.string(), changedAt: instant })
      .nullable(),
    /** Ready clients by type, and how many Active Profiles they will become. */
    ready: z.object({ individual: z.number(), company: z.number(), activeProfiles: z.number() }),
    readyButThin: z.number().describe("Ready clients whose address is too thin for full onboarding"),
    frozenBecause: z.string().nullable(),
  }),
});

export const savePlan = contract({
  method: "PUT",
  path: "/api/migrations/:migrationId/plan",
  needs: "prepare",
  params: migrationParams,
  body: planBody,
  reply: z.object({ version: z.number() }),
});
