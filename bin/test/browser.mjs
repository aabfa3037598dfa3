import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Halt } from "../halt.mjs";
import { inRepository, pinnedNode } from "../repository.mjs";
import { run } from "../start/run.mjs";
import { countPlaywright } from "./count-playwright.mjs";
import { ensureChromium } from "./find-chromium.mjs";
import { startOwnPanel } from "./own-panel.mjs";

/**
 * The stories of e2e/ in a real browser, against a panel started for them.
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal }} given
 */
export async function browserStories(given) {
  if (!readdirSync(inRepository("e2e")).some((name) => name.endsWith(".spec.ts")))
    return { passed: 0, failed: 0, output: "" };
  try {
    const chromium = await ensureChromium(given);
    const panel = await startOwnPanel(given);
    try {
      return await tell(given, panel, chromium);
    } finally {
      await panel.stop();
    }
  } catch (error) {
    if (error instanceof Halt) return { passed: 0, failed: 1, output: `${error.message}\n\n${error.tail}` };
    throw error;
  }
}

async function tell({ env, signal }, panel, chromium) {
  const report = path.join(panel.dataDir, "playwright.json");
  const program = inRepository("node_modules", "@playwright", "test", "cli.js");
  const { isGood, output } = await run(pinnedNode, [program, "test", "--reporter=list,json"], {
    env: {
      ...env,
      CHROMIUM_PATH: chromium,
      E2E_BASE_URL: panel.baseUrl,
      E2E_DATA_DIR: panel.dataDir,
      E2E_METRICS_TOKEN: panel.metricsToken,
      SIMULATOR_CONTROL_URL: panel.controlUrl,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
    signal,
    failure: "",
  }).then(
    (text) => ({ isGood: true, output: text }),
    (error) => {
      if (error instanceof Halt)
        return { isGood: false, output: `${error.tail}\n\nPictures, and traces with E2E_TRACE=1: test-results/` };
      throw error;
    },
  );
  return {
    ...countPlaywright(existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined, isGood),
    output,
  };
}
