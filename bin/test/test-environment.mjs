import path from "node:path";
import { inRepository } from "../repository.mjs";

/** What somebody may have set for their own panel. Empty rather than absent: a .env file must not fill it in again. */
const ofARealPanel = [
  "BASE_URL",
  "CAUSEWAY_DATA_DIR",
  "CAUSEWAY_SECRET",
  "CAUSEWAY_SECRET_OLD",
  "DATABASE_URL",
  "FILES_S3_ACCESS_KEY_ID",
  "FILES_S3_BUCKET",
  "FILES_S3_ENDPOINT",
  "FILES_S3_PREFIX",
  "FILES_S3_REGION",
  "FILES_S3_SECRET_ACCESS_KEY",
  "LOG_LEVEL",
  "METRICS_TOKEN",
  "PASSFORT_API_KEY",
  "PASSFORT_BASE_URL",
  "PASSFORT_ENVIRONMENT",
  "PASSFORT_WEBHOOK_SECRET",
  "PORT",
  "REDIS_URL",
  "SIMULATOR",
  "SIMULATOR_PORT",
  "SIMULATOR_URL",
  "UPLOAD_MAX_BYTES",
];

/**
 * The environment of the tests: that of whoever started them, without anything that would lead to their own panel,
 * database or Passfort.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function testEnvironment({ FORCE_COLOR: _colour, ...env }) {
  return {
    ...env,
    ...Object.fromEntries(ofARealPanel.map((name) => [name, ""])),
    PATH: `${inRepository("node_modules", ".bin")}${path.delimiter}${env.PATH}`,
    NEXT_TELEMETRY_DISABLED: "1",
    NO_COLOR: "1",
  };
}
