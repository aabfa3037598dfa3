import type { S3Client } from "@aws-sdk/client-s3";
import type { BucketSettings } from "./bucket-settings.ts";
import { bucketTrouble, isNothingThere } from "./bucket-trouble.ts";

/** The few acts of S3 that a storage needs. Each throws StorageAway, in a sentence, where the bucket cannot be used. */
export type Bucket = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  beginUpload(key: string): Promise<string>;
  /** @returns the tag by which the part is named at the end */
  putPart(key: string, uploadId: string, number: number, bytes: Uint8Array): Promise<string>;
  completeUpload(key: string, uploadId: string, tags: readonly string[]): Promise<void>;
  /** Aborting what is not there is done already. */
  abortUpload(key: string, uploadId: string): Promise<void>;
  /** From `start`, up to but without `end`. @throws an `ENOENT` error where there is no such object */
  read(key: string, start: number, end: number): Promise<{ bytes: Uint8Array; isEnd: boolean }>;
  remove(key: string): Promise<void>;
  reach(): Promise<void>;
};

const triesOfABody = 3;

export function openBucket(settings: BucketSettings): Bucket {
  const { name: Bucket, prefix } = settings;
  let opened: Promise<{ client: S3Client; sdk: Sdk }> | undefined;
  const open = () => (opened ??= connect(settings));
  const objectOf = (key: string) => ({ Bucket, Key: prefix === undefined ? key : `${prefix}/${key}` });
  const spoken = async <T>(act: (client: S3Client, sdk: Sdk) => Promise<T>): Promise<T> => {
    const { client, sdk } = await open();
    try {
      return await act(client, sdk);
    } catch (cause) {
      throw bucketTrouble(cause, settings);
    }
  };
  return {
    put: (key, bytes) =>
      spoken(async (client, sdk) => {
        await client.send(new sdk.PutObjectCommand({ ...objectOf(key), Body: bytes }));
      }),
    beginUpload: (key) =>
      spoken(async (client, sdk) =>
        named("upload id", (await client.send(new sdk.CreateMultipartUploadCommand({ ...objectOf(key) }))).UploadId),
      ),
    putPart: (key, UploadId, PartNumber, Body) =>
      spoken(async (client, sdk) =>
        named(
          "tag",
          (await client.send(new sdk.UploadPartCommand({ ...objectOf(key), UploadId, PartNumber, Body }))).ETag,
        ),
      ),
    completeUpload: (key, UploadId, tags) =>
      spoken(async (client, sdk) => {
        const Parts = tags.map((ETag, index) => ({ ETag, PartNumber: index + 1 }));
        await client.send(
          new sdk.CompleteMultipartUploadCommand({ ...objectOf(key), UploadId, MultipartUpload: { Parts } }),
        );
      }),
    abortUpload: (key, UploadId) =>
      spoken(async (client, sdk) => {
        await client
          .send(new sdk.AbortMultipartUploadCommand({ ...objectOf(key), UploadId }))
          .catch(unlessNothingThere);
      }),
    read: (key, start, end) =>
      spoken(async (client, sdk) => {
        for (let tries = 1; ; tries++) {
          const answer = await client
            .send(new sdk.GetObjectCommand({ ...objectOf(key), Range: `bytes=${start}-${end - 1}` }))
            .catch(nothingBehindTheEnd);
          if (answer === undefined) return { bytes: new Uint8Array(), isEnd: true };
          try {
            const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
            // A body that was cut off without an error must not pass for the end of the file.
            if (bytes.length !== answer.ContentLength) throw new Error("The answer was cut off.");
            return { bytes, isEnd: start + bytes.length >= wholeLengthOf(answer.ContentRange, bytes.length) };
          } catch (cause) {
            if (tries === triesOfABody) throw cause;
          }
        }
      }),
    remove: (key) =>
      spoken(async (client, sdk) => {
        await client.send(new sdk.DeleteObjectCommand(objectOf(key))).catch(unlessNothingThere);
      }),
    reach: () =>
      spoken(async (client, sdk) => {
        await client.send(new sdk.HeadBucketCommand({ Bucket }));
      }),
  };
}

type Sdk = typeof import("@aws-sdk/client-s3");

/** The library is loaded with the first file only: a panel with a local folder does without its 35 MB of memory. */
async function connect({ region, endpoint, keys }: BucketSettings): Promise<{ client: S3Client; sdk: Sdk }> {
  const sdk = await import("@aws-sdk/client-s3");
  const client = new sdk.S3Client({
    region,
    // Servers of one's own rarely have a name for every bucket.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(keys === undefined ? {} : { credentials: keys }),
    maxAttempts: 3,
    // Every body is signed by its SHA-256 anyway; servers other than Amazon's may not know the further sums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
  });
  return { client, sdk };
}

function named(what: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`The answer of the bucket has no ${what}.`);
  return value;
}

/** `bytes 0-99/1234`; an answer without a range is the whole file. */
function wholeLengthOf(contentRange: string | undefined, otherwise: number): number {
  const total = /\/(\d+)$/.exec(contentRange ?? "")?.[1];
  return total === undefined ? otherwise : Number(total);
}

function unlessNothingThere(cause: unknown): void {
  if (!isNothingThere(cause)) throw cause;
}

/** Asking behind the end of a file (the first byte of an empty one) is answered by 416. */
function nothingBehindTheEnd(cause: unknown): undefined {
  if (cause instanceof Error && cause.name === "InvalidRange") return undefined;
  throw cause;
}
