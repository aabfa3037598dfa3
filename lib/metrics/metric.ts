type Metric = { type: "gauge" | "counter"; labels: readonly LabelName[]; help: string };

/** Whatever tells two numbers of one metric apart is an id of a connection, or a word of a list that never grows with a book. */
const labelNames = ["connection_id", "environment", "status", "call", "outcome", "code", "backend"] as const;
export type LabelName = (typeof labelNames)[number];

const account = ["connection_id", "environment"] as const;

/** Everything that monitoring is told of the panel, each with a sentence. `process_…` and `nodejs_…` come from prom-client. */
export const metrics = {
  causeway_database_up: {
    type: "gauge",
    labels: [],
    help: "1 when the database answered in time, else 0; then nothing that stands in rows is told.",
  },
  causeway_queue_up: { type: "gauge", labels: ["backend"], help: "1 when the job queue answered in time, else 0." },
  causeway_queue_jobs: {
    type: "gauge",
    labels: account,
    help: "Jobs that wait or run in the lane of this connection.",
  },
  causeway_chunks: { type: "gauge", labels: [...account, "status"], help: "Chunks of this connection by status." },
  causeway_chunk_hold_seconds: {
    type: "gauge",
    labels: account,
    help: "How long the running chunk of this connection is still held, 0 when it is not.",
  },
  causeway_deliveries: {
    type: "gauge",
    labels: [...account, "status"],
    help: "Clients of the chunk of this connection that is running, pausing, paused or stopping, by the status of their delivery.",
  },
  causeway_deliveries_counted_timestamp_seconds: {
    type: "gauge",
    labels: [],
    help: "When causeway_deliveries and causeway_created_with_gaps were counted, in seconds since 1970; of a very large chunk a scrape is told the count before.",
  },
  causeway_uncertain_deliveries: {
    type: "gauge",
    labels: account,
    help: "Clients of whom nobody knows whether their profile was created, whatever chunk they are of.",
  },
  causeway_created_with_gaps: {
    type: "gauge",
    labels: account,
    help: "Clients that were created and lack something that belongs to them, whatever chunk they are of.",
  },
  causeway_calls_in_flight: {
    type: "gauge",
    labels: account,
    help: "Places taken among the calls that this account may have in flight.",
  },
  causeway_processes_allowed: {
    type: "gauge",
    labels: account,
    help: "How many calls this account may have in flight now.",
  },
  causeway_limit_calls_left: {
    type: "gauge",
    labels: [...account, "call"],
    help: "Calls left in Passfort's bucket as the panel mirrors it; a thousand million where Passfort tells of no limit.",
  },
  causeway_limited_calls_total: {
    type: "counter",
    labels: [...account, "call"],
    help: "Calls under a limit of Passfort's that have left since the connection was made.",
  },
  causeway_recent_calls: {
    type: "gauge",
    labels: [...account, "outcome"],
    help: "Calls for clients that left within the last five minutes, by what came of them; throttled is a 429.",
  },
  causeway_recent_failed_calls: {
    type: "gauge",
    labels: [...account, "code"],
    help: "Of the calls of the last five minutes those that were not accepted, by code of the failure.",
  },
  causeway_workers_alive: {
    type: "gauge",
    labels: [],
    help: "Worker processes that were heard within the last half minute.",
  },
  causeway_worker_newest_beat_timestamp_seconds: {
    type: "gauge",
    labels: [],
    help: "When a worker was heard last, in seconds since 1970.",
  },
  causeway_worker_oldest_beat_timestamp_seconds: {
    type: "gauge",
    labels: [],
    help: "When the worker that has been silent for longest was heard last; one that ended in order is not waited for.",
  },
  causeway_files_being_read: {
    type: "gauge",
    labels: [],
    help: "Source files that are uploaded and not read to their end yet.",
  },
  causeway_files_being_checked: {
    type: "gauge",
    labels: [],
    help: "Source files whose rows are being checked.",
  },
} as const satisfies Record<`causeway_${string}`, Metric>;

export type MetricName = keyof typeof metrics;
export const metricNames = Object.keys(metrics) as MetricName[];

/** One number of a metric, with exactly the labels it has. */
export type Sample = {
  [N in MetricName]: { metric: N; labels: Record<(typeof metrics)[N]["labels"][number], string>; value: number };
}[MetricName];
