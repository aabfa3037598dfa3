import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { type LimitedCall, type Webhook, webhookSchema } from "../config.ts";
import { settingsSchema } from "../settings.ts";
import { accountNamed, type World } from "../world.ts";

const limit = z.strictObject({ perHour: z.number().positive(), burst: z.int().positive() });

const limits = {
  createProfile: limit.optional(),
  replaceCollectedData: limit.optional(),
  auditReport: limit.optional(),
} satisfies Record<LimitedCall, z.ZodType>;

/** Each field, without its default: what is not named stays as it is. */
function withoutDefaults<Fields extends Record<string, z.ZodDefault>>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, z.optional(field.unwrap())])) as {
    [Name in keyof Fields]: z.ZodOptional<ReturnType<Fields[Name]["unwrap"]>>;
  };
}

const { endpoint, secret, ...withDefaults } = webhookSchema.shape;

export const webhookChangeSchema = z.strictObject({
  account: z.string(),
  endpoint: endpoint.unwrap().optional(),
  secret: secret.optional(),
  ...withoutDefaults(withDefaults),
});

export const settingsChangeSchema = z.strictObject({
  ...withoutDefaults(settingsSchema.shape),
  webhook: webhookChangeSchema.optional(),
  limits: z.strictObject({ account: z.string(), ...limits }).optional(),
  /** Moves the simulator's time forward; what falls due runs at once. */
  advanceMs: z.number().min(0).optional(),
});

export type SettingsChange = z.infer<typeof settingsChangeSchema>;

export function applySettings(world: World, change: SettingsChange): void {
  const { webhook, limits, advanceMs, ...rest } = change;
  Object.assign(world.settings, given(rest));
  if (limits) {
    const { account, ...limitsGiven } = limits;
    Object.assign(demand(world, account).limits, given(limitsGiven));
    demand(world, account).arrivals.clear();
  }
  if (webhook) changeWebhook(world, webhook);
  if (advanceMs) world.clock.advance(advanceMs);
  world.changed();
}

/** Switching off drops the queue; a new endpoint is tried at once, which is how a stalled queue is cured. */
function changeWebhook(world: World, { account: name, ...change }: z.infer<typeof webhookChangeSchema>): void {
  const account = demand(world, name);
  const before: Webhook = account.webhook;
  account.webhook = { ...before, ...given(change) };
  if (!account.webhook.enabled) world.outbox.clear(account);
  else if (account.webhook.endpoint !== before.endpoint || !before.enabled) world.outbox.retryNow(account);
}

function demand(world: World, name: string) {
  const account = accountNamed(world, name);
  if (account) return account;
  throw new HTTPException(404, { message: `There is no account "${name}"; give its key or its mode.` });
}

function given<Change extends object>(change: Change): Partial<Change> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Change>;
}
