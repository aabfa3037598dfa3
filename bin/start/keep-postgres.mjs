import { createWriteStream } from "node:fs";
import path from "node:path";
import { Halt } from "../halt.mjs";
import { startPostgres } from "../postgres/start-postgres.mjs";
import { patienceWith } from "./patience.mjs";

/**
 * The embedded PostgreSQL, started again when it dies (the system ran out of memory, somebody killed it): everything it
 * had confirmed is still there.
 * @param {{ dataDir: string, say: (sentence: string) => void }} options
 */
export async function keepPostgres({ dataDir, say }) {
  const logFile = path.join(dataDir, "logs", "postgres.log");
  const log = createWriteStream(logFile, { flags: "a", mode: 0o600 });
  log.on("error", () => {});
  const patience = patienceWith({ quickDeathsMax: 5, quickMs: 60_000 });
  let giveUp;
  const givenUp = new Promise((resolve) => {
    giveUp = resolve;
  });
  let isStopping = false;
  let postgres = await begin();
  const { url } = postgres;

  async function begin() {
    const startedAt = performance.now();
    const server = await startPostgres({ home: dataDir });
    server.onOutput((line) => log.write(`${line}\n`));
    server.exited.then((code) => isStopping || again(code, performance.now() - startedAt));
    return server;
  }

  async function again(code, livedMs) {
    say(`! The database ended unexpectedly (exit code ${code}); it is started again. Its log: ${logFile}`);
    try {
      if (patience.died(livedMs).kind === "give_up")
        throw new Halt(`The database ended five times soon after its start and was given up (its log: ${logFile}).`, {
          tail: postgres.tail(),
        });
      postgres = await begin();
      // The panel's processes know the database by its address.
      if (postgres.url !== url)
        throw new Halt("The database's port was taken by another program meanwhile. Start again.");
    } catch (error) {
      giveUp(error);
    }
  }

  return {
    name: "database",
    url,
    givenUp,
    async stop() {
      isStopping = true;
      await postgres.stop();
      log.end();
    },
    kill() {
      isStopping = true;
      // Immediate shutdown: it recovers from its journal at the next start.
      try {
        process.kill(postgres.pid, "SIGQUIT");
      } catch {
        // Gone already.
      }
    },
  };
}
