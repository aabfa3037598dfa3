import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Halt } from "../halt.mjs";

/**
 * Makes a new database folder. It is made beside and renamed at the end, so that a start interrupted here leaves
 * nothing half-made. Text is UTF-8 and sorts by code point, the same on every machine.
 * @param {{ binaries: string, folder: string, user: { uid: number, gid: number } | undefined, password: string }} cluster
 */
export function createCluster({ binaries, folder, user, password }) {
  const unfinished = `${folder}.unfinished`;
  const passwordFile = `${folder}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const each of [unfinished, passwordFile]) chownSync(each, user.uid, user.gid);
  try {
    execFileSync(path.join(binaries, "bin", "initdb"), initdbOptions(unfinished, passwordFile), {
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
      cwd: "/",
      env: { PATH: process.env.PATH, LC_ALL: "C" },
      stdio: "pipe",
    });
  } catch (error) {
    throw new Halt(
      `The database could not be made in ${folder}. Look at the lines below; a full disk or a folder that may not be written are the usual reasons.`,
      { cause: error, tail: `${error.stdout ?? ""}${error.stderr ?? ""}` },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  if (existsSync(folder)) rmdirSync(folder);
  renameSync(unfinished, folder);
}

/** @param {string} folder @param {string} passwordFile */
function initdbOptions(folder, passwordFile) {
  return [
    `--pgdata=${folder}`,
    "--username=causeway",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ];
}
