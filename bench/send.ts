import { execFile } from "node:child_process";
import { parseArgs, promisify } from "node:util";
import { waitFor } from "../bin/demo/wait-for.ts";
import { withRedis } from "../bin/with-redis.ts";
import type { Context } from "../lib/context.ts";
import type { Outcome } from "../lib/domain/refusal.ts";
import { approveChunk } from "../lib/stages/approve/command/approve-chunk.ts";
import { submitChunk } from "../lib/stages/approve/command/submit-chunk.ts";
import { draftChunk } from "../lib/stages/plan/command/draft-chunk.ts";
import { launchChunk } from "../lib/stages/send/command/launch-chunk.ts";
import { rounded } from "./rounded.ts";
import { readyBook } from "./send/ready-book.ts";
import { type SendingPanel, withSendingPanel } from "./send/with-sending-panel.ts";

/** Tags of the plan; each client gets its reference tag besides. */
const tags = ["migrated"];

type Options = { clients: number; latencyMs: number; processes: number; workers: number };

/**
 * `npm run bench -- send --clients 2000 --latency 100 --processes 5 [--workers 2] [--queue redis]`: sends a chunk to a
 * simulator that takes so long for each call. One JSON line: `ratio` = wall time / (time of all calls / processes), calls
 * per client beside the documented minimum, CPU time of the workers per client beside that of its calls alone, clients a second.
 */
export async function benchSend(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: "string", default: "2000" },
      latency: { type: "string", default: "100" },
      processes: { type: "string", default: "5" },
      workers: { type: "string", default: "1" },
      queue: { type: "string", default: "postgres" },
    },
  });
  const options: Options = {
    clients: Number(values.clients),
    latencyMs: Number(values.latency),
    processes: Number(values.processes),
    workers: Number(values.workers),
  };
  const measure = (redisUrl: string | undefined) =>
    withSendingPanel({ workers: options.workers, redisUrl }, async (panel) => {
      const measured = await sendBook(panel, options);
      console.log(JSON.stringify({ bench: "send", ...options, queue: values.queue, ...measured }, rounded));
    });
  await (values.queue === "redis" ? withRedis(measure) : measure(undefined));
}

async function sendBook({ ctx, simulatorUrl, workerCpuMs }: SendingPanel, options: Options) {
  const { clients, processes } = options;
  const controlUrl = simulatorUrl.replace(/4\.0$/, "_control");
  // No limit, or it would be what is measured.
  const { latencyMs } = options;
  for (const account of ["demo", "live"])
    await post(`${controlUrl}/settings`, {
      latencyMs,
      limits: { account, createProfile: { perHour: 1e9, burst: 1e6 } },
    });
  const { migrationId, operator, approver } = await readyBook(ctx, { clients, simulatorUrl, tags });
  const { chunkId } = must(await draftChunk(operator, migrationId, { kind: "ramp", clients, processes }));
  must(await submitChunk(operator, chunkId));
  const { fingerprint } = await ctx.db.chunk.findUniqueOrThrow({ where: { id: chunkId } });
  must(await approveChunk(approver, chunkId, { fingerprint, comment: "" }));

  const cpuBefore = workerCpuMs();
  must(await launchChunk(operator, chunkId, clients));
  const isFinished = async () =>
    (await ctx.db.chunk.findUniqueOrThrow({ where: { id: chunkId }, select: { status: true } })).status ===
      "finished" || undefined;
  await waitFor("the chunk", isFinished, 3_600_000, 1_000);
  const workerCpuMsPerClient = (workerCpuMs() - cpuBefore) / clients;
  const callsCpuMsPerClient = await bareCallsCpuMs(simulatorUrl, options);

  const { wallSeconds, handSeconds, calls } = await measuredOf(ctx, chunkId);
  const callSeconds = calls.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  const state = (await (await fetch(`${controlUrl}/state?account=sim-demo-key`)).json()) as {
    profiles: number;
    peakConcurrency: number;
  };
  return {
    wallSeconds,
    callSeconds,
    ratio: wallSeconds / (callSeconds / processes),
    /** What a client costs beside its calls, in the hand of one process. */
    overheadMsPerClient: ((wallSeconds * processes - callSeconds) * 1000) / clients,
    /** Of that: between taking it in hand and letting it go, and between one client and the next. */
    inHandMsPerClient: ((handSeconds - callSeconds) * 1000) / clients,
    pickUpMsPerClient: ((wallSeconds * processes - handSeconds) * 1000) / clients,
    clientsPerSecond: clients / wallSeconds,
    callsPerClient: Object.fromEntries(calls.map(({ kind, count }) => [kind, count / clients])),
    minimumPerClient: { create_profile: 1, add_tag: 1 + tags.length, read_back: 1 },
    workerCpuMsPerClient,
    /** The same calls with nothing around them, at the same pace; what is more is the panel's. */
    callsCpuMsPerClient,
    ownCpuMsPerClient: workerCpuMsPerClient - callsCpuMsPerClient,
    throttled: calls.reduce((sum, { throttled }) => sum + throttled, 0),
    profiles: state.profiles,
    peakConcurrency: state.peakConcurrency,
  };
}

/** From the rows: from the first call to the last end, and what all calls took together. */
async function measuredOf(ctx: Context, chunkId: string) {
  const calls = await ctx.db.$queryRaw<{ kind: string; count: number; ms: number; throttled: number }[]>`
    select s.kind::text as kind, count(*)::int as count, sum(a."durationMs")::float8 as ms, (count(*) filter (where a.status = 'throttled'))::int as throttled
    from "Attempt" a join "Step" s on s.id = a."stepId" where a."chunkId" = ${chunkId}::uuid group by 1`;
  const [wall] = await ctx.db.$queryRaw<{ seconds: number }[]>`
    select extract(epoch from (select max("finishedAt") from "Delivery" where "chunkId" = ${chunkId}::uuid)
      - (select min("openedAt") from "Attempt" where "chunkId" = ${chunkId}::uuid))::float8 as seconds`;
  const [hand] = await ctx.db.$queryRaw<{ seconds: number }[]>`
    select sum(extract(epoch from d."finishedAt" - t.at))::float8 as seconds
    from "Delivery" d join "Transition" t on t."subjectId" = d.id and t.machine = 'delivery' and t."to" = 'sending'
    where d."chunkId" = ${chunkId}::uuid`;
  return { wallSeconds: wall?.seconds ?? Number.NaN, handSeconds: hand?.seconds ?? Number.NaN, calls };
}

const bareClients = 200;

/** Processor time of a client's calls alone, ms: the yardstick of what the worker takes. */
async function bareCallsCpuMs(simulatorUrl: string, { processes }: Options): Promise<number> {
  const args = ["bench/send/bare-calls.ts", simulatorUrl, bareClients, processes, 1 + tags.length].map(String);
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return (JSON.parse(stdout) as { cpuMsPerClient: number }).cpuMsPerClient;
}

async function post(url: string, body: unknown): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`The simulator refused ${url}: ${await answer.text()}`);
}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.refusal.sentence);
}
