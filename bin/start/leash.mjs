/**
 * Loaded into every child before its own code. The other end of this pipe is held by the parent and never written to:
 * when it closes, the parent is gone, even if it was killed without a chance to say so, and the child ends too.
 */
import { Socket } from "node:net";

const fd = Number(process.env.CAUSEWAY_LEASH);
// Not for grandchildren and worker threads, where this number is some other file.
delete process.env.CAUSEWAY_LEASH;

if (fd > 2) {
  const leash = new Socket({ fd, readable: true, writable: false });
  leash.on("error", () => {});
  leash.on("close", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 15_000).unref();
  });
  leash.resume();
  leash.unref();
}
