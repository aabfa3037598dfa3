import { StorageAway } from "../domain/storage-away.ts";
import type { BucketSettings } from "./bucket-settings.ts";

/** Nothing is stored under this key, or the upload is over: not that the bucket itself is missing. */
export const isNothingThere = (cause: unknown): boolean =>
  cause instanceof Error && (cause.name === "NoSuchKey" || cause.name === "NoSuchUpload");

/** What a request to a bucket threw, as our own errors. What is neither a missing file nor a bucket that is away stays as it is. */
export function bucketTrouble(cause: unknown, settings: BucketSettings): unknown {
  if (!(cause instanceof Error)) return cause;
  if (cause.name === "NoSuchKey")
    return Object.assign(new Error("There is no such file in the bucket."), { code: "ENOENT" });
  const code = codeOf(cause);
  const row = sentences.find(({ when }) => when.test(code));
  const status = statusOf(cause);
  if (row) return away(row.says, code, settings);
  // The network's own words have no status.
  if (status === undefined)
    return away("It does not answer. Look whether it runs and can be reached from here.", code, settings);
  if (status >= 500)
    return away("It has trouble of its own. Try again in a few minutes.", `${status} ${code}`, settings);
  return away(
    "It refuses what is asked of it. Show this to whoever looks after the bucket.",
    `${status} ${code}`,
    settings,
  );
}

const sentences: readonly { when: RegExp; says: string }[] = [
  { when: /^(NoSuchBucket|404)$/, says: "There is no such bucket. Make it, or correct FILES_S3_BUCKET." },
  {
    when: /^(CredentialsProviderError|NoCredentials)$/,
    says: "This machine has no keys for it. Set FILES_S3_ACCESS_KEY_ID and FILES_S3_SECRET_ACCESS_KEY, or give the machine a role that may use it.",
  },
  {
    when: /^(InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|InvalidToken|TokenRefreshRequired|401)$/,
    says: "It does not accept the keys. Correct FILES_S3_ACCESS_KEY_ID and FILES_S3_SECRET_ACCESS_KEY.",
  },
  {
    when: /^(AccessDenied|AllAccessDisabled|Forbidden|403)$/,
    says: "It does not permit this with these keys. They must be right, and may put, get, delete and list there (README, “Files in a bucket”).",
  },
  {
    when: /^(PermanentRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraintException|301|400)$/,
    says: "It is in another region, or speaks otherwise. Correct FILES_S3_REGION and FILES_S3_ENDPOINT.",
  },
  { when: /^RequestTimeTooSkewed$/, says: "The clock of this machine is wrong. Set it, best by a time server." },
  {
    when: /^(ENOTFOUND|EAI_AGAIN)$/,
    says: "Its address is not known here. Correct FILES_S3_ENDPOINT, or look at the name service.",
  },
  { when: /^(XMinioStorageFull|QuotaExceeded|InsufficientStorage|507)$/, says: "It is full. Make room in it." },
];

const away = (says: string, code: string, { name, endpoint, region }: BucketSettings): StorageAway =>
  new StorageAway(
    `The files of this panel lie in the bucket “${name}” (${endpoint ?? `Amazon S3, ${region}`}). ${says} (${code})`,
    code,
  );

/** An answer to HEAD has no body, and so no name: its status is all there is. */
function codeOf(cause: Error): string {
  const status = statusOf(cause);
  if (
    (cause.name === "Unknown" ||
      cause.name === "UnknownError" ||
      cause.name === "NotFound" ||
      cause.name === "Error") &&
    status !== undefined
  )
    return String(status);
  if (status === undefined && "code" in cause && typeof cause.code === "string") return cause.code;
  return cause.name;
}

function statusOf(cause: Error): number | undefined {
  if (!("$metadata" in cause) || typeof cause.$metadata !== "object" || cause.$metadata === null) return undefined;
  const { httpStatusCode } = cause.$metadata as { httpStatusCode?: number };
  return httpStatusCode;
}
