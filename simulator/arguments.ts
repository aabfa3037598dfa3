import { parseArgs } from "node:util";
import { ConfigProblem } from "./config-problem.ts";
import type { StartOptions } from "./start.ts";

export const USAGE = `Usage: node simulator/main.ts [--port 4010] [--host 127.0.0.1] [--latency 0] [--config file.json] [--snapshot file.json]

  --port      port to listen on (default 4010)
  --host      address to listen on (default 127.0.0.1; the side door asks for no key, so keep it private)
  --latency   milliseconds added to every API call (default 0)
  --config    JSON file with accounts, products, limits and switches; see simulator/README.md
  --snapshot  file that keeps the profiles over a restart`;

/** Reads the command line; a wrong word is a sentence, not a stack trace. `help` when only help was asked for. */
export function readArguments(words: string[]): StartOptions | "help" {
  let values: { [name: string]: string | boolean | undefined };
  try {
    ({ values } = parseArgs({
      args: words,
      options: {
        port: { type: "string" },
        host: { type: "string" },
        latency: { type: "string" },
        config: { type: "string" },
        snapshot: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }));
  } catch (cause) {
    throw new ConfigProblem(`${(cause as Error).message.split(". ")[0]}; run with --help to see what is possible.`, {
      cause,
    });
  }
  if (values.help) return "help";
  const options: StartOptions = { port: wholeNumber("port", values.port ?? "4010", 65_535) };
  if (values.latency !== undefined) options.latencyMs = wholeNumber("latency", values.latency, 600_000);
  if (values.host !== undefined) options.host = String(values.host);
  if (values.config !== undefined) options.config = String(values.config);
  if (values.snapshot !== undefined) options.snapshotFile = String(values.snapshot);
  return options;
}

function wholeNumber(name: string, text: string | boolean, max: number): number {
  const number = Number(text);
  if (/^\d+$/.test(String(text)) && number <= max) return number;
  throw new ConfigProblem(`--${name} must be a whole number from 0 to ${max}, not "${text}".`);
}
