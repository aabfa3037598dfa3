import { StorageAway } from "../lib/domain/storage-away.ts";
import { readEnv } from "../lib/env.ts";
import { storageOf } from "../lib/files/storage-of.ts";
import { tryStorage } from "../lib/files/try-storage.ts";

/**
 * node bin/check-files.ts: can files be stored, read and removed where the environment says? `npm start` and Docker ask before anything else is
 * begun, so that a wrong bucket or key shows now and not with the first upload.
 */
try {
  await tryStorage(storageOf(readEnv()));
  process.stdout.write("Files can be stored, read and removed.\n");
} catch (fault) {
  const isSentence =
    fault instanceof StorageAway || (fault instanceof Error && fault.message.startsWith("The configuration"));
  if (!isSentence) throw fault;
  process.stdout.write(`${fault.message}\n`);
  process.exitCode = 1;
}
