import { randomBytes } from "node:crypto";
import { closeContext, makeContext } from "#lib/context.ts";
import { faultWords } from "#lib/domain/fault-words.ts";
import { StorageAway } from "#lib/domain/storage-away.ts";
import { readEnv } from "#lib/env.ts";
import { beat, beatEveryMs, lastBeat } from "./beat.ts";
import { every } from "./every.ts";
import { openLanes } from "./lanes.ts";
import { registryOf } from "./registry.ts";
import { runJob } from "./run-job.ts";
import { onShutdown } from "./shutdown.ts";
import { sweep, sweepEveryMs } from "./sweep.ts";

/** `node workers/main.ts`: takes jobs until told to end. Any number of these may run, on any number of machines. */
const ctx = makeContext(readEnv(), "worker");
const workerId = `worker-${process.pid}-${randomBytes(4).toString("hex")}`;
const registry = registryOf(ctx, workerId);
const lanes = openLanes(ctx, (name, payload) => runJob(ctx.log, registry, name, payload));

const toldOf = (what: string) => (fault: unknown) =>
  ctx.log.warn(`${what} could not be done; it is tried again`, {
    workerId,
    cause: faultWords(fault),
  });
const rounds = [
  every(beatEveryMs, () => beat(ctx, workerId), toldOf("a heartbeat")),
  every(sweepEveryMs, () => lanes.openNew(), toldOf("opening the lanes")),
  every(sweepEveryMs, () => sweep(ctx), toldOf("a sweep")),
];

onShutdown(ctx.log, async () => {
  await Promise.all(rounds.map((end) => end()));
  await lanes.close();
  await lastBeat(ctx, workerId).catch(() => {});
  await closeContext(ctx);
});
ctx.log.info("the worker is ready", { workerId });
// Jobs that need files come again until they are there; whoever looks into the log finds here why.
ctx.files.reach().catch((fault: unknown) =>
  ctx.log.error(fault instanceof StorageAway ? fault.message : "the storage of files cannot be used", {
    workerId,
    cause: faultWords(fault),
  }),
);
