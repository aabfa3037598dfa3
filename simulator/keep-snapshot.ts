import { writeSnapshot } from "./snapshot.ts";
import type { World } from "./world.ts";

export type Keeper = {
  /** Waits for a write under way, then writes what has changed since. */
  flush(): Promise<void>;
};

const QUIET_MS = 500;
/** A large book takes long to write; at most a tenth of the time goes into it. */
const REST_FACTOR = 9;

/** Writes the world to disk soon after it changes, never twice at a time. */
export function keepSnapshot(world: World, file: string): Keeper {
  let isDirty = false;
  let restUntil = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  world.changed = () => {
    if (isDirty) return;
    isDirty = true;
    plan();
  };

  function plan(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void write(), Math.max(QUIET_MS, restUntil - Date.now()));
    timer.unref();
  }

  function write(): Promise<void> {
    writing = writing.then(async () => {
      if (!isDirty) return;
      isDirty = false;
      const startedAt = Date.now();
      try {
        await writeSnapshot(world, file);
      } catch (cause) {
        isDirty = true;
        console.error(`simulator: the snapshot ${file} could not be written: ${(cause as Error).message}`);
      }
      const now = Date.now();
      restUntil = now + (now - startedAt) * REST_FACTOR;
      if (isDirty) plan();
    });
    return writing;
  }

  return {
    async flush() {
      clearTimeout(timer);
      await write();
      clearTimeout(timer);
    },
  };
}
