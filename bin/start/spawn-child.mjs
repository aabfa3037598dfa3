import { spawn } from "node:child_process";
import { createWriteStream, existsSync, renameSync, statSync } from "node:fs";
import { lastLines } from "../last-lines.mjs";
import { inRepository, pinnedNode, repository } from "../repository.mjs";
import { waitUntil } from "../wait-until.mjs";

/**
 * @typedef {object} ChildPlan
 * @property {string} name "web server"
 * @property {string[]} args of the pinned Node
 * @property {NodeJS.ProcessEnv} env
 * @property {string} logFile
 * @property {number} graceMs how long it may take to end when asked to
 * @property {boolean} isLeashed whether it loads leash.mjs (not when Node's own --watch stands between us and it)
 * @property {(line: string) => void} [onLine] every line it writes, for --verbose
 */

/**
 * Starts one process. It is its own process group: Ctrl-C in the terminal reaches only the parent, which stops its
 * children in order; and stopping reaches the grandchildren.
 * @param {ChildPlan} plan
 */
export function spawnChild({ args, env, logFile, isLeashed, onLine }) {
  rotate(logFile);
  const log = createWriteStream(logFile, { flags: "a", mode: 0o600 });
  log.on("error", () => {});
  const tail = lastLines(40);
  if (onLine) tail.listen(onLine);
  const startedAt = performance.now();
  const child = spawnPrivately(isLeashed ? ["--import", inRepository("bin", "start", "leash.mjs"), ...args] : args, {
    cwd: repository,
    detached: true,
    env: isLeashed ? { ...env, CAUSEWAY_LEASH: "3" } : env,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", tail.add);
    stream.pipe(log, { end: false });
  }
  child.stdio[3].on("error", () => {});
  let isRunning = true;
  const ended = new Promise((resolve) => {
    const end = (how) => {
      isRunning = false;
      log.end();
      resolve({ how, livedMs: performance.now() - startedAt, tail: tail.text() });
    };
    child.once("error", (error) => end(error.message));
    child.once("close", (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const send = (signal) => isRunning && sendToGroup(child.pid, signal);
  return {
    ended,
    isRunning: () => isRunning,
    async stop(graceMs) {
      send("SIGTERM");
      await waitUntil(() => !isRunning, { timeoutMs: graceMs, everyMs: 25 });
      send("SIGKILL");
      await ended;
    },
    kill: () => send("SIGKILL"),
  };
}

/** Files that a child makes (uploads, reports) hold a firm's client book: for this user only. In development it also writes into the repository. */
function spawnPrivately(args, options) {
  const before = process.umask(options.env.NODE_ENV === "development" ? 0o022 : 0o077);
  try {
    return spawn(pinnedNode, args, options);
  } finally {
    process.umask(before);
  }
}

function sendToGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

const logBytesMax = 5 * 1024 ** 2;

function rotate(file) {
  if (existsSync(file) && statSync(file).size > logBytesMax) renameSync(file, `${file}.1`);
}
