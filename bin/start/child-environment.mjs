import path from "node:path";
import { inRepository } from "../repository.mjs";

/**
 * What every process of the panel is told.
 * @param {ReturnType<import("./settings.mjs").readSettings>} settings
 * @param {{ databaseUrl: string, secret: string }} made
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment({ port, simulatorPort, dataDir, baseUrl }, { databaseUrl, secret }) {
  return {
    ...process.env,
    // Programs that say "#!/usr/bin/env node" must find the pinned Node, too.
    PATH: `${inRepository("node_modules", ".bin")}${path.delimiter}${process.env.PATH}`,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    SIMULATOR_PORT: String(simulatorPort),
    BASE_URL: baseUrl,
    CAUSEWAY_DATA_DIR: dataDir,
    CAUSEWAY_SECRET: secret,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
