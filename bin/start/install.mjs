import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Halt } from "../halt.mjs";
import { inRepository, pinnedNode } from "../repository.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { isInstalled } from "./is-installed.mjs";
import { run } from "./run.mjs";
import { setStamp, stampOf } from "./stamp.mjs";

/**
 * Installs exactly what package-lock.json names, when it is not there yet.
 * @param {AbortSignal} signal
 * @returns {Promise<string | undefined>} what was done; nothing to say when everything was there
 */
export async function install(signal) {
  const stamp = inRepository("node_modules", ".causeway-stamp");
  const wanted = `${fingerprint(inRepository(), ["package-lock.json"])} ${process.platform}-${process.arch}`;
  const isThere =
    stampOf(stamp) === wanted || isInstalled(read("package-lock.json"), read("node_modules/.package-lock.json"));
  if (!isThere) await npmInstall(signal);
  await ensurePinnedNode(signal);
  if (stampOf(stamp) !== wanted) setStamp(stamp, wanted);
  return isThere ? undefined : "Installed packages";
}

function read(name) {
  const file = inRepository(...name.split("/"));
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * `npm install` rather than `npm ci`: a registry that lacks the packages for other platforms makes a lock file without
 * them, and `npm ci` refuses such a lock file on every platform. What the lock file names is installed exactly, and the
 * lock file itself is left as it was.
 */
async function npmInstall(signal) {
  const lock = inRepository("package-lock.json");
  const before = readFileSync(lock);
  try {
    await npm(
      ["install", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
      signal,
      {
        failure:
          "The packages could not be installed (npm install failed, see below). Check the connection to the npm registry and the free disk space, and start again.",
      },
    );
  } finally {
    if (!before.equals(readFileSync(lock))) writeFileSync(lock, before);
  }
}

/**
 * npm may be set to leave out the install scripts of packages, and the package `node` brings its program by such a script.
 */
async function ensurePinnedNode(signal) {
  if (isPinnedNodeRunning()) return;
  await run(process.execPath, ["installArchSpecificPackage.js"], {
    cwd: inRepository("node_modules", "node"),
    env: npmEnvironment(),
    signal,
    failure:
      "Node 24 could not be put into node_modules (see below). Check the connection to the npm registry and start again.",
  });
  // npm leaves out the link to a program that was not there when it linked.
  rmSync(pinnedNode, { force: true });
  symlinkSync(path.join("..", "node", "bin", "node"), pinnedNode);
  if (!isPinnedNodeRunning()) {
    throw new Halt(`The Node 24 in ${pinnedNode} does not run on this machine. Delete node_modules and start again.`);
  }
}

function isPinnedNodeRunning() {
  try {
    return execFileSync(pinnedNode, ["--version"], { encoding: "utf8", stdio: "pipe" }).startsWith("v24.");
  } catch {
    return false;
  }
}

function npm(args, signal, { failure }) {
  // Started through npm, this is the very same npm; else the one on the path.
  const script = process.env.npm_execpath;
  const [command, ...before] = script?.endsWith(".js") ? [process.execPath, script] : ["npm"];
  return run(command, [...before, ...args], { env: npmEnvironment(), signal, failure });
}

/** Prisma's packages would otherwise download engines that are never used (prisma.config.ts). */
function npmEnvironment() {
  return {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_SKIP_POSTINSTALL_GENERATE: "1",
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
    CHECKPOINT_DISABLE: "1",
  };
}
