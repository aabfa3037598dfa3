import { z } from "zod";
import { faultsIn } from "./config-faults.ts";
import { ConfigProblem } from "./config-problem.ts";
import bundled from "./default-config.json" with { type: "json" };
import { type limitSchema, limitsSchema, productSchema, variantSchema } from "./policy-shapes.ts";
import { settingsSchema } from "./settings.ts";

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
  /** Up to a hundred messages in one request, which leaves so long after the first of them was queued. */
  batching: z.boolean().default(false),
  batchEveryMs: z.number().min(0).max(10_000).default(5_000),
  /** A batch is an array of messages, or `{events: […]}`; nobody outside knows which. */
  batchShape: z.enum(["array", "events"]).default("array"),
  /** Messages leave in chance order. Passfort's pages contradict each other on whether that happens. */
  shuffle: z.boolean().default(false),
  /** Every nth accepted message is sent once more, as when its answer was lost; 0 for never. */
  duplicateEvery: z.int().min(0).default(0),
});

const accountSchema = z
  .strictObject({
    /** One key, with the name that audit and webhooks show … */
    key: z.string().min(1).optional(),
    keyName: z.string().min(1).optional(),
    /** … or several, the first of which also names the account at the side door. */
    keys: z
      .array(z.strictObject({ key: z.string().min(1), name: z.string().min(1) }))
      .min(1)
      .optional(),
    mode: z.enum(["demo", "live"]),
    institution: z.string().min(1),
    products: z.array(productSchema).optional(),
    taskVariants: z.array(variantSchema).optional(),
    limits: limitsSchema.optional(),
    webhook: webhookSchema.optional(),
  })
  .transform(({ key, keyName, keys, ...account }, context) => {
    const all = [...(key && keyName ? [{ key, name: keyName }] : []), ...(keys ?? [])];
    const [first] = all;
    if (first && Boolean(key) === Boolean(keyName))
      return { ...account, key: first.key, keyName: first.name, keys: all };
    context.addIssue({ code: "custom", message: 'needs "key" with "keyName", or "keys" with at least one' });
    return z.NEVER;
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
    for (const { path, message } of faultsIn(config)) context.addIssue({ code: "custom", path, message });
  });

export type Config = z.infer<typeof configSchema>;
export type ConfigInput = Partial<z.input<typeof configSchema>>;
export type AccountConfig = z.infer<typeof accountSchema>;
export type ProductConfig = z.infer<typeof productSchema>;
export type VariantConfig = z.infer<typeof variantSchema>;
export type Limit = z.infer<typeof limitSchema>;
export type LimitedCall = keyof z.infer<typeof limitsSchema>;
export type Webhook = z.infer<typeof webhookSchema>;

/**
 * The bundled configuration, with each top-level part that is given put in its place (`settings` are merged). `file` is
 * where it comes from, for the sentence when it is wrong.
 */
export function completeConfig(given: ConfigInput = {}, file?: string): Config {
  const merged = { ...bundled, ...given, settings: { ...given.settings } };
  const parsed = configSchema.safeParse(merged);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const what = file === undefined ? "The simulator's configuration" : `The configuration file ${file}`;
  throw new ConfigProblem(`${what} is wrong at "${issue?.path.join(".")}": ${issue?.message}.`);
}
