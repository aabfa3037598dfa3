import { Halt } from "../halt.mjs";
import { browserStories } from "./browser.mjs";
import { formatAndLint, importRules, schemaCheck, types } from "./static-checks.mjs";
import { vitestProject } from "./vitest-project.mjs";

/**
 * Everything that `npm test` is made of.
 * @typedef {{ passed: number, failed: number, output: string }} PartResult
 * @typedef {{ name: string, run: (given: { env: NodeJS.ProcessEnv, signal: AbortSignal }) => Promise<PartResult> }} Part
 */
const parts = {
  format: { name: "Format and lint", run: formatAndLint },
  types: { name: "Types", run: types },
  imports: { name: "Import rules", run: importRules },
  schema: { name: "Schema and migrations agree", run: schemaCheck },
  unit: { name: "Unit tests", run: (given) => vitestProject("unit", given) },
  db: { name: "Database tests", run: (given) => vitestProject("db", given) },
  browser: { name: "Browser stories", run: browserStories },
};

const slow = ["db", "browser"];

/**
 * @param {{ check?: boolean, only?: string }} flags
 * @returns {Part[]}
 */
export function chosenParts({ check, only }) {
  if (only === undefined) {
    return Object.entries(parts).flatMap(([key, part]) => (check && slow.includes(key) ? [] : [part]));
  }
  const part = parts[only];
  if (part) return [part];
  throw new Halt(`There is no part "${only}" of the tests. Known are: ${Object.keys(parts).join(", ")}.`);
}
