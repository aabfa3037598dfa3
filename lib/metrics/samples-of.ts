import { attemptMachine } from "../domain/attempt.ts";
import { tokensOf } from "../domain/call-limit.ts";
import { chunkMachine } from "../domain/chunk.ts";
import { deliveryMachine } from "../domain/delivery.ts";
import { codeLabelOf } from "./code-label-of.ts";
import type { AccountFacts, Facts, QueueFacts } from "./facts.ts";
import type { Sample } from "./metric.ts";

type Times = { now: Date; workerSilenceMs: number };

/** The numbers that monitoring is told. `facts` null: the database did not answer, and nothing is said of what only it knows. */
export function samplesOf(facts: Facts | null, queue: QueueFacts, times: Times): Sample[] {
  const { backend, isUp, jobs } = queue;
  const outside: Sample[] = [
    { metric: "causeway_database_up", labels: {}, value: facts ? 1 : 0 },
    { metric: "causeway_queue_up", labels: { backend }, value: isUp ? 1 : 0 },
  ];
  if (!facts) return outside;
  return [
    ...outside,
    ...facts.accounts.flatMap((account) => ofAccount(account, times.now)),
    ...facts.accounts.flatMap((account) => ofLane(account, jobs.get(account.id))),
    {
      metric: "causeway_deliveries_counted_timestamp_seconds",
      labels: {},
      value: facts.countedAt.getTime() / 1000,
    },
    ...ofWorkers(facts.beats, times),
    { metric: "causeway_files_being_read", labels: {}, value: facts.filesBeingRead },
    { metric: "causeway_files_being_checked", labels: {}, value: facts.filesBeingChecked },
  ];
}

const labelsOf = ({ id, environment }: AccountFacts) => ({ connection_id: id, environment });

/** A status without rows is told as 0: a number that is not there cannot be compared. */
function ofAccount(account: AccountFacts, now: Date): Sample[] {
  const labels = labelsOf(account);
  const heldMs = account.heldUntil ? account.heldUntil.getTime() - now.getTime() : 0;
  return [
    { metric: "causeway_calls_in_flight", labels, value: account.inFlight },
    { metric: "causeway_processes_allowed", labels, value: account.processesAllowed },
    { metric: "causeway_chunk_hold_seconds", labels, value: Math.max(0, heldMs) / 1000 },
    { metric: "causeway_uncertain_deliveries", labels, value: account.uncertain },
    { metric: "causeway_created_with_gaps", labels, value: account.createdWithGaps },
    ...chunkMachine.statuses.map(
      (status): Sample => ({
        metric: "causeway_chunks",
        labels: { ...labels, status },
        value: account.chunks.get(status) ?? 0,
      }),
    ),
    ...deliveryMachine.statuses.map(
      (status): Sample => ({
        metric: "causeway_deliveries",
        labels: { ...labels, status },
        value: account.deliveries.get(status) ?? 0,
      }),
    ),
    ...ofLimits(account, now),
    ...ofRecentCalls(account),
  ];
}

function ofLimits(account: AccountFacts, now: Date): Sample[] {
  return account.limits.flatMap((limit): Sample[] => {
    const labels = { ...labelsOf(account), call: limit.call };
    return [
      { metric: "causeway_limit_calls_left", labels, value: callsLeft(limit, now) },
      { metric: "causeway_limited_calls_total", labels, value: limit.calls },
    ];
  });
}

/** In whole calls. */
const callsLeft = ({ arrivalAt, ...limit }: AccountFacts["limits"][number], now: Date): number =>
  Math.max(0, Math.floor(tokensOf({ ...limit, arrivalMs: arrivalAt.getTime() }, now.getTime())));

const outcomes = attemptMachine.statuses.filter((status) => status !== "open");

function ofRecentCalls(account: AccountFacts): Sample[] {
  const labels = labelsOf(account);
  const byOutcome = new Map<string, number>(outcomes.map((outcome) => [outcome, 0]));
  const byCode = new Map<string, number>();
  for (const { outcome, code, count } of account.recentCalls) {
    byOutcome.set(outcome, (byOutcome.get(outcome) ?? 0) + count);
    if (outcome !== "accepted") byCode.set(codeLabelOf(code), (byCode.get(codeLabelOf(code)) ?? 0) + count);
  }
  return [
    ...[...byOutcome].map(
      ([outcome, value]): Sample => ({ metric: "causeway_recent_calls", labels: { ...labels, outcome }, value }),
    ),
    ...[...byCode].map(
      ([code, value]): Sample => ({ metric: "causeway_recent_failed_calls", labels: { ...labels, code }, value }),
    ),
  ];
}

/** Of a lane that does not answer nothing is told. */
const ofLane = (account: AccountFacts, jobs: number | undefined): Sample[] =>
  jobs === undefined ? [] : [{ metric: "causeway_queue_jobs", labels: labelsOf(account), value: jobs }];

function ofWorkers(beats: readonly Date[], { now, workerSilenceMs }: Times): Sample[] {
  const times = beats.map((beat) => beat.getTime());
  const alive = times.filter((beatAt) => beatAt >= now.getTime() - workerSilenceMs).length;
  return [
    { metric: "causeway_workers_alive", labels: {}, value: alive },
    ...(times.length === 0
      ? []
      : ([
          {
            metric: "causeway_worker_newest_beat_timestamp_seconds",
            labels: {},
            value: Math.max(...times) / 1000,
          },
          {
            metric: "causeway_worker_oldest_beat_timestamp_seconds",
            labels: {},
            value: Math.min(...times) / 1000,
          },
        ] satisfies Sample[])),
  ];
}
