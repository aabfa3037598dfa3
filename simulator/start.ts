import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createApp } from "./app.ts";
import { type ConfigInput, completeConfig } from "./config.ts";
import { ConfigProblem } from "./config-problem.ts";
import { keepSnapshot } from "./keep-snapshot.ts";
import { readConfigFile } from "./read-config-file.ts";
import { loadSnapshot } from "./snapshot.ts";
import { createWorld } from "./world.ts";

export type StartOptions = {
  /** 0 or nothing: any free port. */
  port?: number;
  /** Address to listen on. Anything but this machine opens the side door, which asks for no key, to the network. */
  host?: string;
  latencyMs?: number;
  /** Parts that replace those of the bundled configuration, or the path of a JSON file with them. */
  config?: ConfigInput | string;
  snapshotFile?: string;
};

export type RunningSimulator = {
  /** Base URL of the API, e.g. http://127.0.0.1:4010/4.0 */
  url: string;
  /** Base URL of the side door. */
  controlUrl: string;
  /** Address of the page for people. */
  pageUrl: string;
  /** Writes the snapshot, lets go of every connection and of the port. */
  close(): Promise<void>;
};

/** Starts a simulator in this process. Throws {@link ConfigProblem} with a sentence when it cannot. */
export async function startSimulator(options: StartOptions = {}): Promise<RunningSimulator> {
  const { config: given } = options;
  const config = typeof given === "string" ? completeConfig(readConfigFile(given), given) : completeConfig(given);
  const world = createWorld(config);
  if (options.latencyMs !== undefined) world.settings.latencyMs = options.latencyMs;
  if (options.snapshotFile) await loadSnapshot(world, options.snapshotFile);
  const keeper = options.snapshotFile ? keepSnapshot(world, options.snapshotFile) : undefined;

  const host = options.host ?? "127.0.0.1";
  const server = createAdaptorServer({ fetch: createApp(world).fetch }) as Server;
  // Longer than any client keeps an idle connection, or a request could meet a closing one.
  server.keepAliveTimeout = 75_000;
  const port = await listen(server, options.port ?? 0, host);
  const pageUrl = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;

  return {
    url: `${pageUrl}/4.0`,
    controlUrl: `${pageUrl}/_control`,
    pageUrl,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
      await keeper?.flush();
      world.clock.stop();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((listening, failed) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      failed(new ConfigProblem(sentenceOf(cause, port, host), { cause })),
    );
    server.listen(port, host, () => listening((server.address() as AddressInfo).port));
  });
}

function sentenceOf(cause: NodeJS.ErrnoException, port: number, host: string): string {
  switch (cause.code) {
    case "EADDRINUSE":
      return `Port ${port} is already in use; stop the program that uses it, or choose another with --port.`;
    case "EACCES":
      return `Port ${port} may not be used by this account; choose a port above 1023 with --port.`;
    default:
      return `The simulator cannot listen on ${host}:${port} (${cause.code ?? cause.message}).`;
  }
}
