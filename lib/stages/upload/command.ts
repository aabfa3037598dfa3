import type { SignedInContext } from "../../context.ts";
import type { EntityType } from "../../domain/entity.ts";
import type { FileKind } from "../../domain/file-kind.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { sourceFileMachine } from "../../domain/source-file.ts";
import { chunksHoldingFile } from "../../store/chunks-holding-file.ts";
import { deleteFileContents } from "../../store/delete-file-contents.ts";
import { transition } from "../../store/transition.ts";
import { uuidMaker } from "../../store/uuid-v7.ts";
import { fileNameOf } from "./file-name.ts";
import { measured, TooLarge } from "./measured.ts";
import { sizeWords } from "./size-words.ts";

/** `declaredBytes` is null when the sender did not say. */
export type Upload = {
  migrationId: string;
  /** Clients, unless something else is said. */
  kind?: FileKind;
  entityType: EntityType;
  /** As the header x-file-name says it: URI-encoded. */
  encodedName: string | null;
  declaredSha256: string | null;
  declaredBytes: number | null;
  stream: AsyncIterable<Uint8Array> | null;
};

/** Room that an upload leaves on the disk, so that the database can go on writing. */
const reserveBytes = 200 * 1000 * 1000;

/** Stores the bytes of one file, whole or not at all, and has a worker read it. */
export async function uploadFile(ctx: SignedInContext, upload: Upload): Promise<Outcome<{ fileId: string }>> {
  const refusal = await refusalBefore(ctx, upload);
  if (refusal) return refusal;
  const name = fileNameOf(upload.encodedName);
  if (name === undefined)
    return refused("invalid_input", "The file has no name we can read (header x-file-name, URI-encoded).");
  const fileId = uuidMaker(ctx.clock.now())();
  const storageKey = `${upload.migrationId}/${fileId}`;
  const stored = await store(ctx, storageKey, upload);
  if (!stored.ok) return stored;
  try {
    await ctx.db.sourceFile.create({
      data: {
        id: fileId,
        migrationId: upload.migrationId,
        name,
        kind: upload.kind ?? "clients",
        entityType: upload.entityType,
        ...stored.value,
        storageKey,
        uploadedById: ctx.operator.id,
        uploadedAt: ctx.clock.now(),
      },
    });
  } catch (cause) {
    await ctx.files.remove(storageKey);
    throw cause;
  }
  ctx.log.info("a file was uploaded", { fileId, migrationId: upload.migrationId, bytes: stored.value.sizeBytes });
  await ctx.queue
    .dispatch("parse_file", { fileId })
    .catch(() => ctx.log.warn("the queue is down; a worker will find the file by its row", { fileId }));
  return done({ fileId });
}

async function refusalBefore(ctx: SignedInContext, { migrationId, declaredSha256, declaredBytes, stream }: Upload) {
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
  if (free - (declaredBytes ?? 0) < reserveBytes) return diskFull(free);
  return undefined;
}

async function store(
  ctx: SignedInContext,
  storageKey: string,
  upload: Upload,
): Promise<Outcome<{ sizeBytes: number; sha256: string }>> {
  try {
    const stored = await ctx.files.put(storageKey, measured(upload.stream ?? nothing(), ctx.env.UPLOAD_MAX_BYTES));
    const difference = differenceOf(stored, upload);
    if (!difference) return done(stored);
    await ctx.files.remove(storageKey);
    return difference;
  } catch (cause) {
    if (cause instanceof TooLarge) return tooLarge(ctx.env.UPLOAD_MAX_BYTES, null);
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOSPC" || cause.code === "EDQUOT"))
      return diskFull(await ctx.files.freeBytes());
    if (isBrokenOff(cause))
      return refused("not_met", "The upload broke off before the file had arrived. Nothing was kept; upload it again.");
    throw cause;
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}

function differenceOf(stored: { sizeBytes: number; sha256: string }, { declaredBytes, declaredSha256 }: Upload) {
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

const diskFull = (free: number) =>
  refused(
    "not_met",
    `The disk of the panel has ${sizeWords(free)} left, too little for this file. Nothing was kept; ask your administrator to make room.`,
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

/** Takes a file and everything made of it out of the migration; the row stays, so that its history can be told. */
export async function withdrawFile(ctx: SignedInContext, fileId: string): Promise<Outcome<Record<string, never>>> {
  const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
  if (!file) return refused("not_found", "There is no such file.");
  if (file.status === "withdrawn") return done({});
  const outcome = await ctx.db.$transaction(
    async (tx): Promise<Outcome<Record<string, never>>> => {
      const holding = await chunksHoldingFile(tx, fileId, "any chunk");
      if (holding.length > 0) return refused("not_now", withdrawRefusal(holding));
      const because = `${file.name} is taken out of the migration.`;
      if (!(await transition(tx, sourceFileMachine, { id: fileId, to: "withdrawn", byId: ctx.operator.id, because })))
        return refused("changed_meanwhile", "The file changed at the same moment. Look again.");
      await deleteFileContents(tx, file);
      return done({});
    },
    { timeout: 600_000, maxWait: 10_000 },
  );
  if (outcome.ok) await ctx.files.remove(file.storageKey);
  return outcome;
}

function withdrawRefusal(holding: { number: number; status: string }[]): string {
  const past = holding.filter((chunk) => chunk.status !== "draft");
  const named = (chunks: { number: number }[]) =>
    `${chunks.length === 1 ? "chunk" : "chunks"} ${chunks.map((chunk) => chunk.number).join(", ")}`;
  if (past.length > 0)
    return `Clients of this file are in ${named(past)}, which ${past.length === 1 ? "is" : "are"} no longer a draft. The file stays, so that what was sent can be traced.`;
  return `Clients of this file are in the draft of ${named(holding)}. Discard the draft first, then take the file out.`;
}
