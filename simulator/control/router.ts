import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import type { Account } from "../account.ts";
import { faultRuleSchema } from "../api/fault-plan.ts";
import { Refused } from "../api/refused.ts";
import { accountNamed, resetWorld, type World } from "../world.ts";
import { decideAsPerson, decisionSchema } from "./decide-as-person.ts";
import { refuseForeignPages } from "./refuse-foreign-pages.ts";
import { listProfiles, stateOf } from "./seen.ts";
import { applySettings, settingsChangeSchema } from "./settings-change.ts";

/**
 * The side door: orders misbehaviour, plays the person in the portal, and tells what the simulator saw. It asks for no
 * key and is meant for this machine only.
 */
export function createControl(world: World): Hono {
  const control = new Hono();

  control.use(async (c, next) => {
    refuseForeignPages(c.req.header("origin"), c.req.url);
    await next();
  });

  control.get("/state", (c) => {
    const name = c.req.query("account");
    if (name === undefined) return c.json({ accounts: world.accounts.map((account) => stateOf(world, account)) });
    return c.json(stateOf(world, demandAccount(world, name)));
  });
  control.get("/profiles", (c) => {
    const accounts = chosenAccounts(world, c.req.query("account"));
    return c.json(listProfiles(accounts, Number(c.req.query("limit") ?? 100)));
  });
  control.get("/calls", (c) => c.json({ calls: world.journal.recent(Number(c.req.query("limit") ?? 200)) }));

  control.get("/faults", (c) => c.json({ rules: world.faults.list() }));
  control.post("/faults", async (c) => {
    world.faults.add(read(z.strictObject({ rules: z.array(faultRuleSchema) }), await json(c.req)).rules);
    return c.json({ rules: world.faults.list() });
  });
  control.delete("/faults", (c) => {
    world.faults.clear();
    return c.json({ rules: [] });
  });

  control.get("/settings", (c) => c.json(world.settings));
  control.post("/settings", async (c) => {
    applySettings(world, read(settingsChangeSchema, await json(c.req)));
    return c.json(world.settings);
  });
  control.post("/reset", (c) => {
    resetWorld(world);
    return c.json({ reset: true });
  });

  control.get("/webhooks", (c) =>
    c.json({
      accounts: chosenAccounts(world, c.req.query("account")).map((account) => ({
        account: account.key,
        enabled: account.webhook.enabled,
        endpoint: account.webhook.endpoint,
        events: account.webhook.events,
        ...world.outbox.state(account),
      })),
    }),
  );
  control.post("/webhooks/retry", (c) => {
    for (const account of chosenAccounts(world, c.req.query("account"))) world.outbox.retryNow(account);
    return c.json({ retried: true });
  });

  control.post("/profiles/:profile/applications/:application/decision", async (c) => {
    const decision = read(decisionSchema, await json(c.req));
    return c.json(decideAsPerson(world, c.req.param("profile"), c.req.param("application"), decision));
  });

  control.all("*", (c) => c.json({ error: "There is nothing at this path; see simulator/README.md." }, 404));
  control.onError((problem, c) => {
    if (problem instanceof HTTPException) return c.json({ error: problem.message }, problem.status);
    if (problem instanceof Refused)
      return Response.json({ error: problem.message, errors: problem.errors }, { status: problem.status });
    console.error("simulator: the side door failed", problem);
    return c.json({ error: "The side door failed unexpectedly." }, 500);
  });
  return control;
}

function demandAccount(world: World, name: string): Account {
  const account = accountNamed(world, name);
  if (account) return account;
  throw new HTTPException(404, { message: `There is no account "${name}"; give its key or its mode.` });
}

function chosenAccounts(world: World, name: string | undefined): Account[] {
  return name === undefined ? world.accounts : [demandAccount(world, name)];
}

async function json(request: { json(): Promise<unknown> }): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new HTTPException(400, { message: "The body must be JSON." });
  }
}

function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new HTTPException(400, { message: z.prettifyError(parsed.error) });
}
