import { spawn } from "node:child_process";
import path from "node:path";
import { lastLines } from "../last-lines.mjs";
import { waitUntil } from "../wait-until.mjs";
import { endWithParent } from "./end-with-parent.mjs";

/**
 * Runs the server in the foreground of its own process group: a Ctrl-C in the terminal must reach the panel first,
 * which then stops web and worker before their database.
 * @param {{ binaries: string, folder: string, user: { uid: number, gid: number } | undefined, port: number, isThrowAway: boolean }} options
 */
export function launch({ binaries, folder, user, port, isThrowAway }) {
  const settings = { ...SETTINGS, ...(isThrowAway ? THROW_AWAY_SETTINGS : {}), port };
  const child = spawn(path.join(binaries, "bin", "postgres"), ["-D", folder, ...asOptions(settings)], {
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
    cwd: "/",
    detached: true,
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = lastLines(40);
  for (const stream of [child.stdout, child.stderr]) stream.on("data", log.add);
  const sendAway = child.pid === undefined ? () => {} : endWithParent(child.pid, user);
  const exited = new Promise((resolve) => {
    child.once("error", (error) => {
      log.add(`${error.message}\n`);
      resolve(null);
    });
    child.once("close", (code) => {
      sendAway();
      resolve(code);
    });
  });
  return { pid: child.pid, exited, tail: log.text, onOutput: log.listen, stop: () => stop(child, exited) };
}

/** Modest enough for a laptop, enough for 100,000 clients. One connection holds at most a few MB of work_mem. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 100,
  shared_buffers: "256MB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  synchronous_commit: "on",
  max_wal_size: "2GB",
  // A commit still waits until it is on disk. Between commits the log need not be synchronised every megabyte: loading a book
  // took 6.0 s instead of 3.6 s for 200,000 rows that way.
  wal_buffers: "64MB",
  wal_writer_flush_after: "256MB",
  wal_writer_delay: "2s",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_duration_statement: -1,
  // Values of a failed statement may be a client's data, and a log is no place for them.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  // Parallel work lives in /dev/shm, which is 64 MB in a container.
  max_parallel_workers_per_gather: 0,
  max_parallel_maintenance_workers: 0,
};

const THROW_AWAY_SETTINGS = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  shared_buffers: "128MB",
};

function asOptions(settings) {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. Immediate when that hangs. */
async function stop(child, exited) {
  let isOver = child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  exited.then(() => {
    isOver = true;
  });
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"]) {
    if (isOver) return;
    child.kill(signal);
    if (await waitUntil(() => isOver, { timeoutMs: 20_000, everyMs: 20 })) return;
  }
}
