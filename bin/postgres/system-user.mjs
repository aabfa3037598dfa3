import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Halt } from "../halt.mjs";

/**
 * Who the database runs as. PostgreSQL refuses to run as root, so root lends it the system user `postgres`
 * (made when missing); anybody else runs it as themselves, and then there is nothing to switch to.
 * @returns {{ name: string, uid: number, gid: number } | undefined}
 */
export function databaseUser() {
  if (process.getuid?.() !== 0) return undefined;
  return userNamed("postgres") ?? createPostgresUser() ?? userNamed("nobody") ?? noUser();
}

/** @param {string} name @param {string} [passwd] contents of /etc/passwd */
export function userNamed(name, passwd = readFileSync("/etc/passwd", "utf8")) {
  const line = passwd.split("\n").find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

function createPostgresUser() {
  const options = ["--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"];
  try {
    execFileSync("useradd", [...options, "--user-group", "postgres"], { stdio: "pipe" });
  } catch {
    return undefined;
  }
  return userNamed("postgres");
}

function noUser() {
  throw new Halt(
    "PostgreSQL does not run as root, and this machine has no system user 'postgres' and no useradd to make one. Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}
