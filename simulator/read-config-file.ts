import { readFileSync } from "node:fs";
import type { ConfigInput } from "./config.ts";
import { ConfigProblem } from "./config-problem.ts";

/** The parts that a file gives; whether they are right is asked by `completeConfig`. */
export function readConfigFile(file: string): ConfigInput {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new ConfigProblem(`The configuration file ${file} cannot be read; check the path given to --config.`, {
      cause,
    });
  }
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return read;
  } catch (cause) {
    throw new ConfigProblem(`The configuration file ${file} is not valid JSON: ${(cause as Error).message}.`, {
      cause,
    });
  }
  throw new ConfigProblem(`The configuration file ${file} must hold one JSON object.`);
}
