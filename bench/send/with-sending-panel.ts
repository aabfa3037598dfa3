import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { startTemporaryPostgres } from "../../bin/postgres/temporary-postgres.mjs";
import { type Context, closeContext, makeContext } from "../../lib/context.ts";
import { readEnv } from "../../lib/env.ts";

export type SendingPanel = {
  ctx: Context;
  databaseUrl: string;
  simulatorUrl: string;
  /** CPU time of all worker processes so far, user and system. */
  workerCpuMs(): number;
};

/**
 * What of the panel sends: a PostgreSQL, a simulator and workers, each in processes of its own, and this process in the
 * place of the web. Everything is gone afterwards.
 */
export async function withSendingPanel(
  given: { workers: number; redisUrl: string | undefined },
  work: (panel: SendingPanel) => Promise<void>,
): Promise<void> {
  const postgres = await startTemporaryPostgres();
  const children: ChildProcess[] = [];
  try {
    const environment = {
      ...process.env,
      DATABASE_URL: postgres.url,
      REDIS_URL: given.redisUrl ?? "",
      CAUSEWAY_SECRET: "benchmark-benchmark-benchmark-benchmark",
      LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
      PASSFORT_BASE_URL: "",
    };
    await promisify(execFile)(process.execPath, ["prisma/migrate.ts", "apply"], { env: environment });
    const simulator = await started(["simulator/main.ts", "--port", "0"], environment, /http:\/\/\S+\/4\.0/);
    children.push(simulator.child);
    const workers: ChildProcess[] = [];
    for (let count = 0; count < given.workers; count += 1) {
      const { child } = await started(["workers/main.ts"], { ...environment, LOG_LEVEL: "info" }, /worker is ready/);
      workers.push(child);
      children.unshift(child);
    }
    const ctx = makeContext(readEnv(environment), "command");
    try {
      const workerCpuMs = () => workers.reduce((sum, { pid }) => sum + cpuMsOf(pid ?? 0), 0);
      await work({ ctx, databaseUrl: postgres.url, simulatorUrl: simulator.said, workerCpuMs });
    } finally {
      await closeContext(ctx);
    }
  } finally {
    for (const child of children) {
      if (child.exitCode !== null) continue;
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    await postgres.stop();
  }
}

/** A process of this repository, once it has said that it is ready. */
async function started(
  args: string[],
  env: NodeJS.ProcessEnv,
  ready: RegExp,
): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const said = await new Promise<string>((resolve, reject) => {
    lines.on("line", (line) => {
      const found = ready.exec(line)?.[0];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error(`${args[0]} ended before it was ready.`)));
  });
  return { child, said };
}

/** Clock ticks a second in /proc, on every Linux that is met. */
const ticksPerSecond = 100;

/** User and system time of a process. The name before them may hold blanks, so fields are counted behind it. */
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}
