import type { Environment } from "#lib/domain/connection.ts";

/** What choosing an environment means. */
export const environmentSentences: Record<Environment, string> = {
  simulator: "Simulator: nothing leaves this machine",
  demo: "Demo: a Passfort demo account",
  production: "Production: real clients, real checks",
};
