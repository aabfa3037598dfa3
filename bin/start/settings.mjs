import path from "node:path";
import { parseArgs } from "node:util";
import { Halt } from "../halt.mjs";

/**
 * What a start was asked to do, from its flags and the environment. Pure: the caller gives both.
 * @param {{ argv: string[], env: Record<string, string | undefined>, isRoot: boolean, repository: string }} given
 */
export function readSettings({ argv, env, isRoot, repository }) {
  const flags = readFlags(argv);
  const port = portNamed("PORT", env.PORT, 3000);
  const simulatorPort = portNamed("SIMULATOR_PORT", env.SIMULATOR_PORT, 4010);
  const hasRealPassfort = Boolean(env.PASSFORT_BASE_URL && env.PASSFORT_API_KEY);
  const runsSimulator = !hasRealPassfort && env.SIMULATOR !== "off";
  if (runsSimulator && port === simulatorPort) {
    throw new Halt(`PORT and SIMULATOR_PORT are both ${port}. Give the panel and the simulator a port each.`);
  }
  if (flags.demo && !runsSimulator) {
    throw new Halt(
      "The demo sends synthetic clients and therefore runs against the simulator only. Unset PASSFORT_BASE_URL, PASSFORT_API_KEY and SIMULATOR, and start it again.",
    );
  }
  return {
    ...flags,
    port,
    simulatorPort,
    runsSimulator,
    dataDir: path.resolve(repository, env.CAUSEWAY_DATA_DIR || (isRoot ? "/var/lib/causeway" : ".data")),
    baseUrl: (env.BASE_URL || `http://localhost:${port}`).replace(/\/+$/, ""),
    databaseUrl: env.DATABASE_URL || undefined,
    redisUrl: env.REDIS_URL || undefined,
    secret: secretOf(env.CAUSEWAY_SECRET),
  };
}

/** Flags that are not ours (`--clients 50`) belong to the demo. */
function readFlags(argv) {
  const own = new Set(["--dev", "--demo", "--exit", "--verbose"]);
  const { values } = parseArgs({
    args: argv.filter((each) => own.has(each)),
    options: {
      dev: { type: "boolean" },
      demo: { type: "boolean" },
      exit: { type: "boolean" },
      verbose: { type: "boolean" },
    },
  });
  const others = argv.filter((each) => !own.has(each));
  if (others.length && !values.demo) {
    throw new Halt(`There is no option ${others.join(" ")}. Known are: --dev, --demo (with --exit), --verbose.`);
  }
  return {
    dev: Boolean(values.dev),
    demo: Boolean(values.demo),
    exit: Boolean(values.exit),
    verbose: Boolean(values.verbose),
    demoArguments: others,
  };
}

function portNamed(variable, text, usual) {
  if (text === undefined || text === "") return usual;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Halt(`${variable} is "${text}", which is not a port. Give a whole number from 1 to 65535.`);
}

function secretOf(text) {
  if (!text) return undefined;
  if (text.length >= 32) return text;
  throw new Halt(
    "CAUSEWAY_SECRET is shorter than 32 characters. Make one with: openssl rand -hex 32. Or unset it, and one is made and kept in the data folder.",
  );
}
