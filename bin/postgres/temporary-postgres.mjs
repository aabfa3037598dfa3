import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { commandLineOf } from "../command-line-of.mjs";
import { startPostgres } from "./start-postgres.mjs";

/**
 * A PostgreSQL with nothing in it, in a new folder under the system's temporary folder; stopping it removes the folder.
 * When the program breaks before it could stop it, it is stopped at once.
 * @returns {Promise<{ url: string, home: string, stop: () => Promise<void> }>}
 */
export async function startTemporaryPostgres() {
  const home = mkdtempSync(path.join(os.tmpdir(), "causeway-postgres-"));
  // The database may run as another system user, who has to pass through.
  chmodSync(home, 0o711);
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  try {
    const postgres = await startPostgres({ home, isThrowAway: true });
    const abandon = () => {
      process.kill(postgres.pid, "SIGKILL");
      // It must be gone before its folder is. Nothing can be awaited any more, so this is a plain pause.
      for (let turn = 0; turn < 100 && commandLineOf(postgres.pid); turn += 1) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      }
      remove();
    };
    process.once("exit", abandon);
    const stop = async () => {
      process.off("exit", abandon);
      await postgres.stop();
      remove();
    };
    return { url: postgres.url, home, stop };
  } catch (error) {
    remove();
    throw error;
  }
}
