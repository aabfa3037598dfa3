import { chownSync, mkdirSync } from "node:fs";
import path from "node:path";
import { Halt } from "../halt.mjs";
import { findBinaries } from "./binaries.mjs";
import { brokenFolder, clusterState } from "./cluster-state.mjs";
import { connect } from "./connect.mjs";
import { createCluster } from "./create-cluster.mjs";
import { credentials } from "./credentials.mjs";
import { ensureReachable } from "./ensure-reachable.mjs";
import { launch } from "./launch.mjs";
import { reachableBinaries } from "./reachable-binaries.mjs";
import { stopLeftover } from "./stop-leftover.mjs";
import { databaseUser } from "./system-user.mjs";

/**
 * Starts PostgreSQL from the installed packages on <home>/postgres, making the database on the first start.
 * @param {{ home: string, isThrowAway?: boolean }} options isThrowAway: for tests, trades safety for speed
 * @returns {Promise<{ url: string, pid: number, exited: Promise<number | null>, stop: () => Promise<void> }>}
 */
export async function startPostgres({ home, isThrowAway = false }) {
  const folder = path.join(home, "postgres");
  mkdirSync(home, { recursive: true });
  const user = databaseUser();
  if (user) ensureReachable(home, user);
  const binaries = reachableBinaries(findBinaries(), user, home);
  const state = clusterState(folder);
  if (state === "there") await stopLeftover(folder);
  const { port, password } = await credentials(home, state === "empty");
  if (state === "empty") createCluster({ binaries, folder, user, password });
  if (user) chownSync(folder, user.uid, user.gid);
  const server = launch({ binaries, folder, user, port, isThrowAway });
  try {
    await ensureDatabase({ server, folder, port, password });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, url: urlOf(port, password, "causeway") };
}

async function ensureDatabase({ server, folder, port, password }) {
  const client = await connect(urlOf(port, password, "postgres"), { timeoutMs: 60_000, gaveUp: server.exited });
  if (client.kind === "gone") {
    throw new Halt(brokenFolder(folder, "PostgreSQL does not start on it"), { tail: server.tail() });
  }
  if (client.kind === "refused") {
    throw new Halt(
      `PostgreSQL runs on ${folder} but does not let us in: ${client.because}. Its password is kept in database.json beside that folder; put both back from the same backup.`,
      { tail: server.tail() },
    );
  }
  try {
    const found = await client.client.query("select 1 from pg_database where datname = 'causeway'");
    if (found.rowCount === 0) await client.client.query("create database causeway");
  } finally {
    await client.client.end();
  }
}

function urlOf(port, password, database) {
  return `postgresql://causeway:${password}@127.0.0.1:${port}/${database}`;
}
