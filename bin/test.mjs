#!/usr/bin/env node
/**
 * npm test: everything, in the order from quick to slow; ends with "N passed, N failed".
 *   --check                 without database and browser (npm run check)
 *   --only unit|db|browser  only that part, and what it needs
 * Needs nothing but Node 20 and npm; installs the rest. Never touches a panel that is running, or its data.
 */
import { parseArgs, stripVTControlCharacters } from "node:util";
import { Halt } from "./halt.mjs";
import { repository } from "./repository.mjs";
import { checkVersions } from "./start/check-versions.mjs";
import { generate } from "./start/generate.mjs";
import { install } from "./start/install.mjs";
import { listenForInterruption } from "./start/interruption.mjs";
import { progressOn } from "./start/progress.mjs";
import { chosenParts } from "./test/parts.mjs";
import { testEnvironment } from "./test/test-environment.mjs";

const progress = progressOn(process.stdout);
const interruption = new AbortController();
listenForInterruption({ onFirst: () => interruption.abort(), onSecond: () => process.exit(130) });
process.chdir(repository);
process.exitCode = await main();
process.exit();

async function main() {
  const total = { passed: 0, failed: 0 };
  try {
    const { values } = parseArgs({ options: { check: { type: "boolean" }, only: { type: "string" } } });
    const parts = chosenParts(values);
    const env = testEnvironment(process.env);
    const { signal } = interruption;
    checkVersions();
    await progress.step("Installing packages", () => install(signal));
    await progress.step("Making the database client", () => generate(env, signal));
    for (const part of parts) await runPart(part, { env, signal, total });
  } catch (error) {
    if (interruption.signal.aborted) {
      progress.say("Interrupted.");
      return 130;
    }
    progress.say(`\n✗ ${error instanceof Halt ? `${error.message}\n\n${error.tail}` : error.stack}`);
    total.failed += 1;
  }
  progress.say(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/** One line for a part that passed; its whole output for one that did not. */
async function runPart({ name, run }, { env, signal, total }) {
  const failures = [];
  await progress.step(name, async () => {
    const result = await run({ env, signal });
    signal.throwIfAborted();
    total.passed += result.passed;
    total.failed += result.failed;
    if (result.failed === 0) return result.passed === 1 ? name : `${name}: ${result.passed} passed,`;
    failures.push(
      `✗ ${name}: ${result.passed} passed, ${result.failed} failed\n\n${stripVTControlCharacters(result.output)}\n`,
    );
  });
  for (const failure of failures) progress.say(failure);
}
