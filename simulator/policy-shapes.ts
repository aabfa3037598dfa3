import { z } from "zod";
import vocabulary from "./validate/vocabulary.json" with { type: "json" };

export const limitSchema = z.strictObject({ perHour: z.number().positive(), burst: z.int().positive() });
export const limitsSchema = z.strictObject({
  createProfile: limitSchema,
  replaceCollectedData: limitSchema,
  /** Documented as 0.75 a second. */
  auditReport: limitSchema.default({ perHour: 2700, burst: 3 }),
});

const checkType = z.enum(vocabulary.CheckType);

export const variantSchema = z.strictObject({
  alias: z.string().min(1),
  name: z.string().min(1),
  description: z.string().optional(),
  type: z.enum(vocabulary.TaskType),
  /** Passes by itself when the policy finds nothing. */
  automatic: z.boolean().default(false),
  /** Passes when a check of one of these types, attached to it, ends with an accepted result. */
  passesOnChecks: z.array(checkType).default([]),
  /** Days after it has passed until it runs out; at least 60, as documented. Without it a task never runs out. */
  expiresAfterDays: z.int().min(60).optional(),
  /** Aliases of the products that an associate gets when it is linked for this task. */
  associateProducts: z.strictObject({ INDIVIDUAL: z.string().optional(), COMPANY: z.string().optional() }).optional(),
});

export const productSchema = z.strictObject({
  alias: z.string().min(1),
  name: z.string().min(1),
  entityType: z.enum(["INDIVIDUAL", "COMPANY"]),
  autoApply: z.boolean().default(false),
  automaticallyApprove: z.boolean().default(false),
  /** Given by the server to an associate when it is linked. */
  forAssociates: z.boolean().default(false),
  /** Aliases of task variants. */
  tasks: z.array(z.string()),
  /** Started as soon as an application is made. */
  automaticChecks: z.array(checkType).default([]),
});
