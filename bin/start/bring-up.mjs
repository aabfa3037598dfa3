import { announcement } from "./announce.mjs";
import { awaitAnswer } from "./await-answer.mjs";
import { build } from "./build.mjs";
import { checkFiles, namesBucket } from "./check-files.mjs";
import { checkPorts } from "./check-ports.mjs";
import { checkVersions } from "./check-versions.mjs";
import { childEnvironment } from "./child-environment.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { generate } from "./generate.mjs";
import { install } from "./install.mjs";
import { keepPostgres } from "./keep-postgres.mjs";
import { lockDataFolder } from "./lock.mjs";
import { checkDatabase, checkRedis } from "./outside-servers.mjs";
import { panelProcesses } from "./panel-processes.mjs";
import { pointWebhooks } from "./point-webhooks.mjs";
import { migrate, seed } from "./prepare-database.mjs";
import { secretOf } from "./secret.mjs";
import { supervise } from "./supervise.mjs";

/**
 * Every step from nothing to a panel that answers, in order. What was started is put on `running` at once, so that
 * whatever happens next, it is stopped.
 */
export async function bringUp({ settings, isRoot, progress, running, signal }) {
  const { step, say } = progress;
  await step("Looking at the machine", async () => {
    checkVersions();
    openDataFolder(settings.dataDir, isRoot);
    running.push({ stop: lockDataFolder(settings.dataDir, settings), kill: () => {} });
    await checkPorts(settings);
  });
  await step("Installing packages (on a first start this takes about a minute)", () => install(signal));

  let databaseUrl = settings.databaseUrl;
  await step("Starting the database", async () => {
    if (databaseUrl) {
      await checkDatabase(databaseUrl);
      return "Database of DATABASE_URL answers";
    }
    const postgres = await keepPostgres({ dataDir: settings.dataDir, say });
    running.push(postgres);
    databaseUrl = postgres.url;
    return "Started the database";
  });
  signal.throwIfAborted();
  if (settings.redisUrl) {
    await step("Looking for Redis", async () => {
      await checkRedis(settings.redisUrl);
      return "Redis of REDIS_URL answers";
    });
  }

  const env = childEnvironment(settings, { databaseUrl, secret: secretOf(settings.dataDir, settings.secret) });
  if (namesBucket(env)) await step("Looking for the bucket", () => checkFiles(env, signal));
  await step("Making the database client", () => generate(env, signal));
  await step("Migrating the database", () => migrate(env, signal));

  const plans = panelProcesses({ settings, env, say });
  const start = (plan) => {
    signal.throwIfAborted();
    const child = supervise(plan);
    running.push(child);
    return child;
  };
  if (settings.runsSimulator) {
    await step("Starting the simulator", async () => {
      const child = start(plans.simulator);
      await awaitAnswer(`http://127.0.0.1:${settings.simulatorPort}/`, {
        child,
        signal,
        logFile: plans.simulator.logFile,
      });
      return "Started the simulator";
    });
  }
  let seeded = { hasDemoPeople: false, simulatorConnectionId: undefined, setUpCode: undefined };
  await step("Seeding", async () => {
    seeded = await seed(env, signal);
    return undefined;
  });
  if (!settings.dev)
    await step("Building the panel (after a change only, about half a minute)", () => build(env, signal));
  await step("Starting the panel", async () => {
    const worker = start(plans.worker);
    const child = start(plans.web);
    const isGood = (status) => status === 200;
    await awaitAnswer(`http://127.0.0.1:${settings.port}/api/health`, {
      child,
      signal,
      isGood,
      logFile: plans.web.logFile,
    });
    if (!worker.isRunning())
      await Promise.race([worker.givenUp.then((halt) => Promise.reject(halt)), restarted(worker)]);
    if (settings.runsSimulator) await pointWebhooks(settings, seeded.simulatorConnectionId);
    return "Started web and worker";
  });
  say(announcement({ ...settings, ...seeded }));
}

/** A worker that ended at once may come back at its second try; its supervisor decides. */
function restarted(worker) {
  return new Promise((resolve) => {
    const looking = setInterval(() => {
      if (!worker.isRunning()) return;
      clearInterval(looking);
      resolve();
    }, 200);
  });
}
