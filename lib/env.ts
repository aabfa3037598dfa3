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
    /** Files lie in this bucket instead of the data folder. */
    FILES_S3_BUCKET: optional(z.string()),
    FILES_S3_REGION: optional(z.string()),
    FILES_S3_ENDPOINT: optional(
      z.url({ protocol: /^https?$/, error: "is the address of an S3 server, for example https://minio.example:9000" }),
    ),
    FILES_S3_PREFIX: optional(
      z
        .string()
        .regex(/^[\w-]+(\/[\w-]+)*\/?$/, "takes letters, digits, hyphens and underscores, and slashes between them")
        .transform((prefix) => prefix.replace(/\/$/, "")),
    ),
    FILES_S3_ACCESS_KEY_ID: optional(z.string()),
    FILES_S3_SECRET_ACCESS_KEY: optional(z.string()),
    /** Who knows it may read GET /api/metrics. */
    METRICS_TOKEN: optional(
      z.string().regex(/^\S{16,}$/, "needs at least 16 characters and no blanks; make one with: openssl rand -hex 24"),
    ),
    LOG_LEVEL: withDefault(z.enum(["debug", "info", "warn", "error", "silent"]), "info"),
  })
  .superRefine(checkBucket)
  .transform((env) => ({
    ...env,
    BASE_URL: env.BASE_URL ?? `http://localhost:${env.PORT}`,
    SIMULATOR_URL: env.SIMULATOR_URL ?? `http://127.0.0.1:${env.SIMULATOR_PORT}/4.0`,
    /** A real Passfort is configured: no simulator, no demo people. */
    hasRealPassfort: env.PASSFORT_BASE_URL !== undefined && env.PASSFORT_API_KEY !== undefined,
  }));

export type Env = z.output<typeof envSchema>;

type BucketVariables = Partial<Record<`FILES_S3_${string}`, string | undefined>> & { UPLOAD_MAX_BYTES: number };

/** Ten thousand parts of 8 MiB: what S3 takes as one file (lib/files/bucket-storage.ts). */
const bucketFileBytesMax = 80_000_000_000;

/** A bucket that is named by half would be found out with the first upload; here it is a sentence at the start. */
function checkBucket(env: BucketVariables, { addIssue }: z.RefinementCtx): void {
  const say = (name: string, message: string): void => addIssue({ code: "custom", path: [name], message });
  const { FILES_S3_BUCKET: bucket, FILES_S3_ACCESS_KEY_ID: id, FILES_S3_SECRET_ACCESS_KEY: secret } = env;
  const named = Object.entries(env).find(([name, value]) => name.startsWith("FILES_S3_") && value !== undefined)?.[0];
  if (bucket === undefined && named !== undefined)
    say(
      "FILES_S3_BUCKET",
      `is missing, though ${named} is set. Name the bucket, or unset ${named} to keep files in the data folder.`,
    );
  if (bucket !== undefined && env.FILES_S3_REGION === undefined && env.FILES_S3_ENDPOINT === undefined)
    say(
      "FILES_S3_REGION",
      "is missing: the region of the bucket, for example eu-west-2. For a server that is not Amazon's set FILES_S3_ENDPOINT.",
    );
  if ((id === undefined) !== (secret === undefined))
    say(
      id === undefined ? "FILES_S3_ACCESS_KEY_ID" : "FILES_S3_SECRET_ACCESS_KEY",
      "is missing: the id and the secret of a key go together. Set both, or neither to use the role of this machine.",
    );
  if (bucket !== undefined && env.UPLOAD_MAX_BYTES > bucketFileBytesMax)
    say("UPLOAD_MAX_BYTES", `can be ${bucketFileBytesMax} at most where files lie in a bucket.`);
}

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
