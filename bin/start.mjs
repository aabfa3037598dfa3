#!/usr/bin/env node
/**
 * npm start: installs what is missing, brings everything up, and keeps it up until Ctrl-C.
 *   --demo [--exit] [--clients N]  afterwards carries a sample book through the whole route
 *   --dev                          next dev, and a worker that starts again when its code changes
 *   --verbose                      what every process writes, here instead of only in its log
 * Needs nothing but Node 20 and npm: nothing outside Node's own modules is loaded before the installation.
 */
import { existsSync } from "node:fs";
import { Halt } from "./halt.mjs";
import { inRepository, repository } from "./repository.mjs";
import { bringUp } from "./start/bring-up.mjs";
import { listenForInterruption } from "./start/interruption.mjs";
import { progressOn } from "./start/progress.mjs";
import { runDemo } from "./start/run-demo.mjs";
import { readSettings } from "./start/settings.mjs";

const progress = progressOn(process.stdout);
const interruption = new AbortController();
/** What runs, in the order it was started; stopped in the opposite order. */
const running = [];

listenForInterruption({
  onFirst: () => interruption.abort(),
  onSecond: () => {
    for (const each of running) each.kill();
    process.exit(130);
  },
});
process.exitCode = await main();
// Sockets of a child that had to be killed may linger.
process.exit();

async function main() {
  try {
    // What the environment already says counts more than the file. (Node 20.12 brought this function.)
    if (existsSync(inRepository(".env"))) process.loadEnvFile?.(inRepository(".env"));
    const isRoot = process.getuid?.() === 0;
    const settings = readSettings({ argv: process.argv.slice(2), env: process.env, isRoot, repository });
    await bringUp({ settings, isRoot, progress, running, signal: interruption.signal });
    if (settings.demo) {
      const code = await runDemo({ settings, running, signal: interruption.signal });
      if (settings.exit) return code;
    }
    return await untilTheEnd();
  } catch (error) {
    if (interruption.signal.aborted) return 0;
    return explain(error);
  } finally {
    await stopAll();
  }
}

/** Waits for an interruption, or for a process that its supervisor gave up. */
async function untilTheEnd() {
  const interrupted = new Promise((resolve) => interruption.signal.addEventListener("abort", resolve, { once: true }));
  const halt = await Promise.race([interrupted, ...running.flatMap(({ givenUp }) => (givenUp ? [givenUp] : []))]);
  if (interruption.signal.aborted) return 0;
  throw halt;
}

async function stopAll() {
  const stoppable = running.filter(({ name }) => name);
  if (stoppable.length) progress.say("\nStopping …");
  for (const each of running.splice(0).reverse()) await each.stop();
  if (stoppable.length) progress.say("✓ Stopped. The data is kept.");
}

function explain(error) {
  if (error instanceof Halt) {
    progress.say(`\n✗ ${error.message}${error.tail ? `\n\n${error.tail.split("\n").slice(-40).join("\n")}` : ""}`);
  } else {
    progress.say(`\n✗ The start broke by a fault of the program itself:\n${error.stack}`);
  }
  return 1;
}
