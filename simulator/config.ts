import { readFileSync } from "node:fs";
import { z } from "zod";
import bundled from "./default-config.json" with { type: "json" };
import { settingsSchema } from "./settings.ts";
import vocabulary from "./validate/vocabulary.json" with { type: "json" };

const limitSchema = z.strictObject({ perHour: z.number().positive(), burst: z.int().positive() });
const limitsSchema = z.strictObject({ createProfile: limitSchema, replaceCollectedData: limitSchema });

const variantSchema = z.strictObject({
  alias: z.string().min(1),
  name: z.string().min(1),
  description: z.string().optional(),
  type: z.enum(vocabulary.TaskType),
  /** Passes by itself when the policy finds nothing. */
  automatic: z.boolean().default(false),
});

const productSchema = z.strictObject({
  alias: z.string().min(1),
  name: z.string().min(1),
  entityType: z.enum(["INDIVIDUAL", "COMPANY"]),
  autoApply: z.boolean().default(false),
  automaticallyApprove: z.boolean().default(false),
  /** Given by the server to an associate when it is linked. */
  forAssociates: z.boolean().default(false),
  /** Aliases of task variants. */
  tasks: z.array(z.string()),
});

export const webhookSchema = z.strictObject({
  enabled: z.boolean().default(false),
  endpoint: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  secret: z.string().min(1),
  events: z.array(z.string()).default(["PRODUCT_STATUS_CHANGED", "CHECK_COMPLETED", "MANUAL_ACTION_REQUIRED"]),
  timeoutMs: z.number().positive().default(10_000),
  retryFirstMs: z.number().positive().default(5_000),
  retryMaxMs: z.number().positive().default(3_600_000),
  stalledAfterFailures: z.int().positive().default(5),
});

const accountSchema = z.strictObject({
  key: z.string().min(1),
  keyName: z.string().min(1),
  mode: z.enum(["demo", "live"]),
  institution: z.string().min(1),
  products: z.array(productSchema).optional(),
  taskVariants: z.array(variantSchema).optional(),
  limits: limitsSchema.optional(),
  webhook: webhookSchema.optional(),
});

const configSchema = z
  .strictObject({
    settings: settingsSchema.prefault({}),
    products: z.array(productSchema),
    taskVariants: z.array(variantSchema),
    limits: limitsSchema,
    webhook: webhookSchema,
    accounts: z.array(accountSchema).min(1),
  })
  .superRefine((config, context) => {
    const keys = config.accounts.map((account) => account.key);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice)
      context.addIssue({ code: "custom", path: ["accounts"], message: `two accounts have the key "${twice}"` });
    for (const account of config.accounts) {
      const variants = (account.taskVariants ?? config.taskVariants).map((variant) => variant.alias);
      for (const product of account.products ?? config.products) {
        const missing = product.tasks.find((alias) => !variants.includes(alias));
        const message = `product "${product.alias}" names the task variant "${missing}", which does not exist`;
        if (missing) context.addIssue({ code: "custom", path: ["products"], message });
      }
    }
  });

export type Config = z.infer<typeof configSchema>;
export type ConfigInput = Partial<z.input<typeof configSchema>>;
export type AccountConfig = z.infer<typeof accountSchema>;
export type Limit = z.infer<typeof limitSchema>;
export type LimitName = keyof z.infer<typeof limitsSchema>;
export type Webhook = z.infer<typeof webhookSchema>;

/** A configuration that cannot be used; the message is one sentence for the person who wrote it. */
export class ConfigProblem extends Error {}

/** The bundled configuration, with each top-level part that is given put in its place (`settings` are merged). */
export function completeConfig(given: ConfigInput = {}): Config {
  const merged = { ...bundled, ...given, settings: { ...given.settings } };
  const parsed = configSchema.safeParse(merged);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ConfigProblem(`The simulator's configuration is wrong at "${issue?.path.join(".")}": ${issue?.message}.`);
}

export function readConfigFile(file: string): ConfigInput {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new ConfigProblem(`The configuration file ${file} cannot be read; check the path given to --config.`, {
      cause,
    });
  }
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return read;
  } catch (cause) {
    throw new ConfigProblem(`The configuration file ${file} is not valid JSON: ${(cause as Error).message}.`, {
      cause,
    });
  }
  throw new ConfigProblem(`The configuration file ${file} must hold one JSON object.`);
}
