import { closeContext, makeContext } from "../lib/context.ts";
import { readEnv } from "../lib/env.ts";
import { digestOf, seal } from "../lib/seal.ts";
import { addAccount } from "../lib/settings/people/command/add-account.ts";
import { demoPassword, demoPeople } from "../lib/settings/people/demo-people.ts";
import { setUpCodeOf } from "../lib/settings/people/set-up-code.ts";
import { fillDigests } from "../lib/store/known-accounts.ts";

/** The demo account of simulator/default-config.json. */
const simulatorAccount = { apiKey: "sim-demo-key", webhookSecret: "sim-webhook-secret" };

/**
 * What a first start needs, and nothing a second time: the connection that is configured (or the simulator's), and demo people
 * where there is only the simulator. Prints `DEMO_PEOPLE=yes|no`, `SIMULATOR_CONNECTION=<id>|none` and `SET_UP_CODE=<code>|none` for
 * `npm start`.
 */
const ctx = makeContext(readEnv(), "command");
try {
  await fillDigests(ctx.db, ctx.env.CAUSEWAY_SECRET);
  await seedConnection();
  await seedDemoPeople();
  const demo = await ctx.db.user.count({ where: { email: { in: demoPeople.map((person) => person.email) } } });
  const simulator = await simulatorConnection();
  // Nobody yet: the first admin needs the code. In Docker it stands in the log of the service `migrate`.
  const code = (await ctx.db.user.count()) === 0 ? setUpCodeOf(ctx.env.CAUSEWAY_SECRET) : "none";
  process.stdout.write(
    `DEMO_PEOPLE=${demo > 0 ? "yes" : "no"}\nSIMULATOR_CONNECTION=${simulator?.id ?? "none"}\nSET_UP_CODE=${code}\n`,
  );
} finally {
  await closeContext(ctx);
}

async function seedConnection(): Promise<void> {
  const { env, db } = ctx;
  if (env.hasRealPassfort) {
    // Known by its address or by its key: either may have been changed on the Connections screen meanwhile.
    const apiKeyDigest = digestOf(env.PASSFORT_API_KEY as string, env.CAUSEWAY_SECRET);
    const known = { OR: [{ baseUrl: env.PASSFORT_BASE_URL as string }, { apiKeyDigest }] };
    if ((await db.connection.count({ where: known })) > 0) return;
    const name = env.PASSFORT_ENVIRONMENT === "production" ? "Passfort production" : "Passfort demo";
    await addSealed(
      name,
      env.PASSFORT_ENVIRONMENT,
      env.PASSFORT_BASE_URL as string,
      env.PASSFORT_API_KEY as string,
      env.PASSFORT_WEBHOOK_SECRET ?? crypto.randomUUID(),
    );
  } else if (env.SIMULATOR === "on") {
    const known = await simulatorConnection();
    // The port may change between starts; the account behind it stays the same.
    if (known) await db.connection.update({ where: { id: known.id }, data: { baseUrl: env.SIMULATOR_URL } });
    else
      await addSealed(
        "Simulator",
        "simulator",
        env.SIMULATOR_URL,
        simulatorAccount.apiKey,
        simulatorAccount.webhookSecret,
      );
  }
}

/** Known by its key, or by its name from before there were digests: an admin may have renamed it. */
async function simulatorConnection() {
  const apiKeyDigest = digestOf(simulatorAccount.apiKey, ctx.env.CAUSEWAY_SECRET);
  return ctx.db.connection.findFirst({
    where: { environment: "simulator", OR: [{ apiKeyDigest }, { name: "Simulator" }] },
    orderBy: { createdAt: "asc" },
  });
}

async function addSealed(
  name: string,
  environment: "simulator" | "demo" | "production",
  baseUrl: string,
  apiKey: string,
  webhookSecret: string,
): Promise<void> {
  const secret = ctx.env.CAUSEWAY_SECRET;
  await ctx.db.connection.create({
    data: {
      name,
      environment,
      baseUrl,
      apiKeySealed: seal(apiKey, secret),
      apiKeyDigest: digestOf(apiKey, secret),
      webhookSecretSealed: seal(webhookSecret, secret),
    },
  });
}

async function seedDemoPeople(): Promise<void> {
  if (ctx.env.hasRealPassfort || ctx.env.SIMULATOR === "off") return;
  const [people, realConnections] = await Promise.all([
    ctx.db.user.count(),
    ctx.db.connection.count({ where: { environment: { not: "simulator" } } }),
  ]);
  if (people > 0 || realConnections > 0) return;
  for (const person of demoPeople) await addAccount(ctx.db, { ...person, password: demoPassword });
}
