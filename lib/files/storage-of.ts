import path from "node:path";
import { openBucket } from "./bucket.ts";
import { makeBucketStorage } from "./bucket-storage.ts";
import { makeLocalStorage } from "./local-storage.ts";
import type { FileStorage } from "./storage.ts";

/** Of the environment (lib/env.ts, which has seen to it that it is whole). */
export type StorageVariables = {
  CAUSEWAY_DATA_DIR: string;
  FILES_S3_BUCKET?: string | undefined;
  FILES_S3_REGION?: string | undefined;
  FILES_S3_ENDPOINT?: string | undefined;
  FILES_S3_PREFIX?: string | undefined;
  FILES_S3_ACCESS_KEY_ID?: string | undefined;
  FILES_S3_SECRET_ACCESS_KEY?: string | undefined;
};

/** The storage that the environment names: a bucket, or else a folder of this machine. */
export function storageOf(env: StorageVariables): FileStorage {
  if (env.FILES_S3_BUCKET === undefined) return makeLocalStorage(path.join(env.CAUSEWAY_DATA_DIR, "files"));
  const { FILES_S3_ACCESS_KEY_ID: accessKeyId, FILES_S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const bucket = openBucket({
    name: env.FILES_S3_BUCKET,
    // A server of one's own mostly has no regions, but a signature needs a word for it.
    region: env.FILES_S3_REGION ?? "us-east-1",
    endpoint: env.FILES_S3_ENDPOINT,
    prefix: env.FILES_S3_PREFIX,
    keys: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  });
  return makeBucketStorage(bucket);
}
