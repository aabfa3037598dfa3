import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { freePort } from "./free-port.mjs";

/** A Redis of its own on a free port, in memory only; it ends with the work. Needs `redis-server` in the path. */
export async function withRedis(work: (url: string) => Promise<void>): Promise<void> {
  const port = await freePort();
  const server = spawn(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  // When the program breaks before it could be told to end.
  const abandon = () => void server.kill("SIGKILL");
  process.once("exit", abandon);
  const failed = once(server, "error").then(() => {
    throw new Error("redis-server does not start. Is it installed?");
  });
  failed.catch(() => {});
  const isReady = async () => {
    for await (const line of createInterface({ input: server.stdout }))
      if (line.includes("Ready to accept connections")) return;
  };
  try {
    await Promise.race([isReady(), failed]);
    server.stdout.resume();
    await work(`redis://127.0.0.1:${port}`);
  } finally {
    process.off("exit", abandon);
    if (server.exitCode === null && server.pid !== undefined) {
      server.kill("SIGTERM");
      await once(server, "exit");
    }
  }
}
