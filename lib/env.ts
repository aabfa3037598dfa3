import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65535);
const address = z.url();
/** An unset variable and an empty one mean the same: compose files and CI write `X=`. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, value: z.input<T>) =>
  z.preprocess((given) => (given === "" || given === undefined ? value : given), schema);

/** Everything the panel and its workers take from the environment; `.env.example` is held to these names by a test. */
export const envSchema = z
  .object({
    DATABASE_URL: address,
    REDIS_URL: optional(address),
    PORT: withDefault(port, 3000),
    BASE_URL: optional(address),
    CAUSEWAY_DATA_DIR: withDefault(z.string(), ".data"),
    CAUSEWAY_SECRET: z
      .string()
      .min(32, "CAUSEWAY_SECRET needs at least 32 characters; make one with: openssl rand -hex 32"),
    /** Read by `npm run rotate-secret` only: the secret before the present one. */
    CAUSEWAY_SECRET_OLD: optional(z.string()),
    SIMULATOR: withDefault(z.enum(["on", "off"]), "on"),
    SIMULATOR_PORT: withDefault(port, 4010),
    SIMULATOR_URL: optional(address),
    PASSFORT_BASE_URL: optional(address),
    PASSFORT_API_KEY: optional(z.string()),
    PASSFORT_ENVIRONMENT: withDefault(z.enum(["demo", "production"]), "demo"),
    PASSFORT_WEBHOOK_SECRET: optional(z.string()),
    UPLOAD_MAX_BYTES: withDefault(z.coerce.number().int().positive(), 2 * 1024 ** 3),
    LOG_LEVEL: withDefault(z.enum(["debug", "info", "warn", "error", "silent"]), "info"),
  })
  .transform((env) => ({
    ...env,
    BASE_URL: env.BASE_URL ?? `http://localhost:${env.PORT}`,
    SIMULATOR_URL: env.SIMULATOR_URL ?? `http://127.0.0.1:${env.SIMULATOR_PORT}/4.0`,
    /** A real Passfort is configured: no simulator, no demo people. */
    hasRealPassfort: env.PASSFORT_BASE_URL !== undefined && env.PASSFORT_API_KEY !== undefined,
  }));

export type Env = z.output<typeof envSchema>;

/**
 * The environment, checked once at start.
 * @throws Error naming every variable that is missing or wrong, one line each
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = envSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The configuration is not usable. See .env.example.\n${lines.join("\n")}`);
}
