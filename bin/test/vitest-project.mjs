import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Halt } from "../halt.mjs";
import { inRepository, pinnedNode } from "../repository.mjs";
import { run } from "../start/run.mjs";
import { countVitest } from "./count-vitest.mjs";

/**
 * The tests of one project of vitest.config.ts.
 * @param {"unit" | "db"} project
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal }} given
 */
export async function vitestProject(project, { env, signal }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "causeway-vitest-"));
  const report = path.join(folder, "report.json");
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  try {
    const { isGood, output } = await run(pinnedNode, [inRepository("node_modules", "vitest", "vitest.mjs"), ...args], {
      env,
      signal,
      failure: "",
    }).then(
      (text) => ({ isGood: true, output: text }),
      (error) => {
        if (error instanceof Halt) return { isGood: false, output: error.tail };
        throw error;
      },
    );
    return { ...countVitest(read(report), isGood), output: withoutPassed(output) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of a failed run, the files that passed are of no interest. */
function withoutPassed(output) {
  return output
    .split("\n")
    .filter((line) => !/^ ✓/.test(line))
    .join("\n");
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return undefined;
  }
}
