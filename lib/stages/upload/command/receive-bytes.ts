import type { SignedInContext } from "../../../context.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { StorageAway } from "../../../domain/storage-away.ts";
import { measured, TooLarge } from "../measured.ts";
import { sizeWords } from "../size-words.ts";

/** What a sender says of the bytes it sends; `declaredBytes` is null when it did not say. */
export type SentBytes = {
  migrationId: string;
  declaredSha256: string | null;
  declaredBytes: number | null;
  stream: AsyncIterable<Uint8Array> | null;
};

/** Room that an upload leaves on the disk, so that the database can go on writing. */
const reserveBytes = 200 * 1000 * 1000;

/** Why these bytes are not even begun to be taken; undefined when they may come. */
export async function refusalBefore(
  ctx: SignedInContext,
  { migrationId, declaredSha256, declaredBytes, stream }: SentBytes,
) {
  const migration = await ctx.db.migration.findUnique({ where: { id: migrationId } });
  if (!migration) return refused("not_found", "There is no such migration.");
  if (migration.status !== "preparing" && migration.status !== "migrating")
    return refused("not_now", `The migration is ${migration.status}; it takes no more files.`);
  if (!declaredSha256 || !/^[0-9a-f]{64}$/i.test(declaredSha256))
    return refused(
      "invalid_input",
      "The SHA-256 of the file is missing (header x-file-sha256, 64 hex digits); without it we cannot tell that everything arrived.",
    );
  const max = ctx.env.UPLOAD_MAX_BYTES;
  if (declaredBytes !== null && declaredBytes > max) return tooLarge(max, declaredBytes);
  if (declaredBytes === 0 || stream === null)
    return refused("not_met", "The file is empty (0 bytes). Export it again from the source system and upload it.");
  const free = await ctx.files.freeBytes();
  if (free !== "no_limit" && free - (declaredBytes ?? 0) < reserveBytes) return diskFull(free);
  return undefined;
}

/** Stores all that was sent under this key, or nothing; `storage` says in which way. */
export async function receiveBytes<S extends { sizeBytes: number; sha256: string }>(
  ctx: SignedInContext,
  storage: { put(key: string, stream: AsyncIterable<Uint8Array>): Promise<S>; remove(key: string): Promise<void> },
  storageKey: string,
  upload: SentBytes,
): Promise<Outcome<S>> {
  try {
    const stored = await storage.put(storageKey, measured(upload.stream ?? nothing(), ctx.env.UPLOAD_MAX_BYTES));
    const difference = differenceOf(stored, upload);
    if (!difference) return done(stored);
    await storage.remove(storageKey);
    return difference;
  } catch (cause) {
    if (cause instanceof TooLarge) return tooLarge(ctx.env.UPLOAD_MAX_BYTES, null);
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOSPC" || cause.code === "EDQUOT"))
      return diskFull(await ctx.files.freeBytes());
    if (cause instanceof StorageAway) {
      ctx.log.error("an upload could not be stored: the storage of files is away", { storageKey, code: cause.code });
      return refused("not_met", `The file could not be stored, and nothing of it was kept. ${cause.message}`);
    }
    if (isBrokenOff(cause))
      return refused("not_met", "The upload broke off before the file had arrived. Nothing was kept; upload it again.");
    throw cause;
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}

function differenceOf(stored: { sizeBytes: number; sha256: string }, { declaredBytes, declaredSha256 }: SentBytes) {
  if (stored.sizeBytes === 0)
    return refused("not_met", "The file is empty (0 bytes). Export it again from the source system and upload it.");
  if (declaredBytes !== null && stored.sizeBytes !== declaredBytes) {
    return refused(
      "not_met",
      `${stored.sizeBytes.toLocaleString("en-GB")} of ${declaredBytes.toLocaleString("en-GB")} bytes arrived. Nothing was kept; upload the file again.`,
    );
  }
  if (stored.sha256 !== declaredSha256?.toLowerCase())
    return refused(
      "not_met",
      "What arrived is not what was sent: the SHA-256 differs. Nothing was kept; upload the file again.",
    );
  return undefined;
}

const tooLarge = (max: number, size: number | null) =>
  refused(
    "not_met",
    `The file ${size === null ? "" : `has ${sizeWords(size)}, which `}is over the limit of ${sizeWords(max)}. It was refused whole; split the export into smaller files.`,
  );

const diskFull = (free: number | "no_limit") =>
  refused(
    "not_met",
    `The disk of the panel has ${free === "no_limit" ? "no room" : sizeWords(free)} left, too little for this file. Nothing was kept; ask your administrator to make room.`,
  );

/** What a request body throws when the sender goes away. */
function isBrokenOff(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = "code" in cause ? String(cause.code) : "";
  return (
    /ECONNRESET|ERR_STREAM_PREMATURE_CLOSE|UND_ERR|ERR_INVALID_STATE/.test(code) ||
    cause.name === "AbortError" ||
    cause.name === "ResponseAborted" ||
    /abort|terminated|premature/i.test(cause.message)
  );
}
