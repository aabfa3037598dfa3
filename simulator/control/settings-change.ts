import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { type Webhook, webhookSchema } from "../config.ts";
import { settingsSchema } from "../settings.ts";
import { accountNamed, type World } from "../world.ts";

const limit = z.strictObject({ perHour: z.number().positive(), burst: z.int().positive() });

/** Each switch, without its default: what is not named stays as it is. */
const switches = Object.fromEntries(
  Object.entries(settingsSchema.shape).map(([name, schema]) => [name, schema.unwrap().optional()]),
) as {
  [Name in keyof typeof settingsSchema.shape]: z.ZodOptional<ReturnType<(typeof settingsSchema.shape)[Name]["unwrap"]>>;
};

const webhookChange = z.strictObject({
  account: z.string(),
  endpoint: webhookSchema.shape.endpoint.unwrap().optional(),
  secret: z.string().min(1).optional(),
  enabled: z.boolean().optional(),
  events: z.array(z.string()).optional(),
  timeoutMs: z.number().positive().optional(),
  retryFirstMs: z.number().positive().optional(),
  retryMaxMs: z.number().positive().optional(),
});

export const settingsChangeSchema = z.strictObject({
  ...switches,
  webhook: webhookChange.optional(),
  limits: z
    .strictObject({ account: z.string(), createProfile: limit.optional(), replaceCollectedData: limit.optional() })
    .optional(),
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
function changeWebhook(world: World, { account: name, ...change }: z.infer<typeof webhookChange>): void {
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
