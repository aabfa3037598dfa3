import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "../free-port.mjs";
import { startPostgres } from "../postgres/start-postgres.mjs";
import { build } from "../start/build.mjs";
import { childEnvironment } from "../start/child-environment.mjs";
import { panelProcesses } from "../start/panel-processes.mjs";
import { pointWebhooks } from "../start/point-webhooks.mjs";
import { migrate, seed } from "../start/prepare-database.mjs";
import { readSettings } from "../start/settings.mjs";
import { spawnChild } from "../start/spawn-child.mjs";
import { waitUntil } from "../wait-until.mjs";
import { killDatabase } from "./kill-database.ts";
import type { Say } from "./say.ts";
import { type SimulatorDoor, simulatorDoor } from "./simulator-door.ts";

/** What can be ended and started again. */
export type Part = { end(): Promise<void>; start(): Promise<void> };
export type PartName = "worker 1" | "worker 2" | "web" | "database" | "simulator";

export type Stage = {
  baseUrl: string;
  databaseUrl: string;
  metricsToken: string;
  simulator: SimulatorDoor;
  parts: Record<PartName, Part>;
  /** Where the data and the logs of its processes are; kept when the run broke off. */
  folder: string;
};

/** So that calls overlap, and what is ended has calls in flight. */
const latencyMs = 60;
const metricsToken = "chaos-chaos-chaos-chaos";

/**
 * A whole panel of its own, with two workers and the simulator, each in a process that may be killed. The database keeps its promises about
 * commits, or a kill would show the faults of its settings instead of ours.
 */
export async function withStage<T>(
  given: { redisUrl: string | undefined; say: Say; signal: AbortSignal },
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "causeway-chaos-"));
  chmodSync(folder, 0o711);
  mkdirSync(path.join(folder, "logs"));
  const endAll: (() => Promise<void>)[] = [];
  const endEverything = async () => {
    for (const end of endAll.reverse()) await end();
  };
  try {
    const told = await work(await openStage(folder, given, endAll));
    await endEverything();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    return told;
  } catch (fault) {
    given.say(`the run broke off; its logs are kept in ${path.join(folder, "logs")}`);
    await endEverything();
    throw fault;
  }
}

async function openStage(
  folder: string,
  { redisUrl, say, signal }: { redisUrl: string | undefined; say: Say; signal: AbortSignal },
  endAll: (() => Promise<void>)[],
): Promise<Stage> {
  let postgres = await startPostgres({ home: folder });
  endAll.push(() => postgres.stop());
  const databaseUrl = postgres.url;
  const [port, simulatorPort] = [await freePort(), await freePort()];
  const settings = readSettings({
    argv: [],
    env: { PORT: String(port), SIMULATOR_PORT: String(simulatorPort), CAUSEWAY_DATA_DIR: folder },
    isRoot: false,
    repository: folder,
  });
  const env = {
    ...childEnvironment(settings, { databaseUrl, secret: "chaos-chaos-chaos-chaos-chaos-chaos-chaos" }),
    REDIS_URL: redisUrl ?? "",
    PASSFORT_BASE_URL: "",
    METRICS_TOKEN: metricsToken,
    SIMULATOR_URL: `http://127.0.0.1:${simulatorPort}/4.0`,
  };
  await migrate(env, signal);
  await build(env, signal);
  const plans = panelProcesses({ settings, env, say });
  const config = path.join(folder, "simulator-config.json");
  // No limit: what is met is the storm of the bad days, not an hour of waiting.
  const noLimit = { perHour: 1e9, burst: 1e6 };
  writeFileSync(config, JSON.stringify({ limits: { createProfile: noLimit, replaceCollectedData: noLimit } }));
  const simulatorArgs = [...plans.simulator.args, "--config", config, "--latency", String(latencyMs)];

  const door = simulatorDoor(`http://127.0.0.1:${simulatorPort}`);
  const answers = (url: string) => async () => {
    if (!(await waitUntil(() => isAnswered(url), { timeoutMs: 60_000 })))
      throw new Error(`There is no answer at ${url}; see the logs in ${folder}.`);
  };
  const part = (plan: Parameters<typeof spawnChild>[0], isUp: () => Promise<void>, how: "killed" | "told"): Part => {
    let child: ReturnType<typeof spawnChild> | undefined;
    const end = async () => {
      if (how === "told") await child?.stop(15_000);
      child?.kill();
      await child?.ended;
    };
    endAll.push(end);
    return {
      end,
      async start() {
        child = spawnChild(plan);
        await isUp();
      },
    };
  };
  const worker = (number: number) =>
    part({ ...plans.worker, logFile: path.join(folder, "logs", `worker-${number}.log`) }, async () => {}, "killed");
  const simulator = part({ ...plans.simulator, args: simulatorArgs }, answers(`${door.controlUrl}/state`), "told");
  await simulator.start();
  const { simulatorConnectionId } = await seed(env, signal);
  const parts: Stage["parts"] = {
    simulator,
    web: part(plans.web, answers(`${settings.baseUrl}/api/health`), "killed"),
    "worker 1": worker(1),
    "worker 2": worker(2),
    database: {
      async end() {
        killDatabase(postgres.pid);
        await postgres.exited;
      },
      async start() {
        postgres = await startPostgres({ home: folder });
        if (postgres.url !== databaseUrl) throw new Error("Another program took the port of the database meanwhile.");
      },
    },
  };
  for (const name of ["worker 1", "worker 2", "web"] as const) await parts[name].start();
  await pointWebhooks(settings, simulatorConnectionId);
  return { baseUrl: settings.baseUrl, databaseUrl, metricsToken, simulator: door, parts, folder };
}

async function isAnswered(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
