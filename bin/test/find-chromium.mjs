import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Halt } from "../halt.mjs";
import { inRepository, pinnedNode } from "../repository.mjs";
import { run } from "../start/run.mjs";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser for the stories: CHROMIUM_PATH, the system's, Playwright's own, or one that is installed now.
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal }} given
 * @returns {Promise<string>} path of the program
 */
export async function ensureChromium(given) {
  return findChromium(given.env) ?? (await installFromDebian(given)) ?? (await installFromPlaywright(given)) ?? none();
}

function findChromium(env) {
  if (env.CHROMIUM_PATH) {
    if (existsSync(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Halt(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, and there is no such program.`);
  }
  return usualPlaces.find((place) => existsSync(place)) ?? ofPlaywright();
}

function ofPlaywright() {
  try {
    const ask = 'import("@playwright/test").then(({ chromium }) => console.log(chromium.executablePath()))';
    const place = execFileSync(pinnedNode, ["-e", ask], {
      cwd: inRepository(),
      encoding: "utf8",
      stdio: "pipe",
    }).trim();
    return existsSync(place) ? place : undefined;
  } catch {
    return undefined;
  }
}

async function installFromDebian({ env, signal }) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const quiet = { env: { ...env, DEBIAN_FRONTEND: "noninteractive" }, signal, failure: "" };
  return attempt(async () => {
    await run("apt-get", ["update"], quiet);
    await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quiet);
    return usualPlaces.find((place) => existsSync(place));
  });
}

async function installFromPlaywright({ env, signal }) {
  const command = [inRepository("node_modules", "@playwright", "test", "cli.js"), "install", "chromium"];
  return attempt(async () => {
    await run(pinnedNode, command, { env, signal, failure: "" });
    return ofPlaywright();
  });
}

async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Halt) return undefined;
    throw error;
  }
}

function none() {
  throw new Halt(
    'There is no Chromium for the browser stories, and none could be installed. Install one (on Debian: apt-get install chromium) or name one with CHROMIUM_PATH, and run "npm test -- --only browser".',
  );
}
