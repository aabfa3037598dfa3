import { z } from "zod";
import { complianceSettingsSchema } from "../domain/compliance-settings.ts";
import { controlSettingsSchema } from "../domain/control-settings.ts";
import { limitedMethods, tracks } from "../domain/track.ts";
import { contract, instant, migrationParams } from "./contract.ts";
import { readyForSchema } from "./issues.ts";

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
  /** What is done for clients on the limited-compliance track after they were created. Left out: as it stands, at first nothing. */
  compliance: complianceSettingsSchema.optional(),
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
      .extend({
        compliance: complianceSettingsSchema,
        control: controlSettingsSchema,
        version: z.number(),
        changedByName: z.string(),
        changedAt: instant,
      })
      .nullable(),
    /** Ready clients by type, and how many Active Profiles they will become. */
    ready: z.object({
      individual: z.number(),
      company: z.number(),
      /** Places of associates in companies, excluded ones left out; somebody who stands in two lists of one company has two. */
      associates: z.number(),
      activeProfiles: z.number(),
    }),
    /** How many of them could take each track as they are now. */
    readyFor: readyForSchema,
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
