import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import type { Account } from "../account.ts";
import { faultRuleSchema } from "../api/fault-plan.ts";
import { Refused } from "../api/refused.ts";
import type { Webhook } from "../config.ts";
import { accountNamed, resetWorld, type World } from "../world.ts";
import { decideAsPerson, decisionSchema } from "./decide-as-person.ts";
import { deleteAsPerson, deletionSchema } from "./delete-as-person.ts";
import { editAsPerson, editSchema } from "./edit-as-person.ts";
import { eventSchema, raiseAsPerson, resolutionSchema, resolveAsPerson } from "./event-as-person.ts";
import { refuseForeignPages } from "./refuse-foreign-pages.ts";
import { listProfiles, stateOf } from "./seen.ts";
import { applySettings, settingsChangeSchema } from "./settings-change.ts";
import { setStatusAsPerson, statusSchema } from "./status-as-person.ts";
import { completeAsPerson, expirySchema, setExpiryAsPerson, taskSchema } from "./task-as-person.ts";

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
        ...withoutSecret(account.webhook),
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

  control.post("/profiles/:profile/collected_data", async (c) => {
    const edited = editAsPerson(world, c.req.param("profile"), read(editSchema, await json(c.req)));
    return c.json(edited, edited.outcome === "stored" ? 200 : 412, { etag: edited.etag });
  });
  control.post("/profiles/:profile/status", async (c) => {
    const change = read(statusSchema, await json(c.req));
    return c.json(setStatusAsPerson(world, c.req.param("profile"), change));
  });
  control.post("/profiles/:profile/tasks/:task", async (c) => {
    const move = read(taskSchema, await json(c.req));
    return c.json(completeAsPerson(world, c.req.param("profile"), c.req.param("task"), move));
  });
  control.post("/profiles/:profile/tasks/:task/expiry", async (c) => {
    const expiry = read(expirySchema, await json(c.req));
    return c.json(setExpiryAsPerson(world, c.req.param("profile"), c.req.param("task"), expiry));
  });
  control.post("/profiles/:profile/events", async (c) => {
    const event = read(eventSchema, await json(c.req));
    return c.json(raiseAsPerson(world, c.req.param("profile"), event));
  });
  control.post("/profiles/:profile/events/:event", async (c) => {
    const resolution = read(resolutionSchema, await json(c.req));
    return c.json(resolveAsPerson(world, c.req.param("profile"), c.req.param("event"), resolution));
  });
  control.delete("/profiles/:profile", async (c) => {
    const text = await c.req.text();
    const deletion = read(deletionSchema, text === "" ? {} : parsed(text));
    return c.json(deleteAsPerson(world, c.req.param("profile"), deletion));
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

/** What an account wants of its webhooks; the secret is told to the receiver only. */
function withoutSecret({ secret: _, ...told }: Webhook) {
  return told;
}

function demandAccount(world: World, name: string): Account {
  const account = accountNamed(world, name);
  if (account) return account;
  throw new HTTPException(404, { message: `There is no account "${name}"; give its key or its mode.` });
}

function chosenAccounts(world: World, name: string | undefined): Account[] {
  return name === undefined ? world.accounts : [demandAccount(world, name)];
}

async function json(request: { text(): Promise<string> }): Promise<unknown> {
  return parsed(await request.text());
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HTTPException(400, { message: "The body must be JSON." });
  }
}

function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new HTTPException(400, { message: z.prettifyError(parsed.error) });
}
