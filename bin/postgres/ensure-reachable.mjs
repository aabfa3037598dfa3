import { execFileSync } from "node:child_process";
import { Halt } from "../halt.mjs";

/**
 * The database user has to pass through every folder above its own. Asked by trying, as that user.
 * @param {string} home
 * @param {{ name: string, uid: number, gid: number }} user
 */
export function ensureReachable(home, { name, uid, gid }) {
  try {
    execFileSync("/bin/sh", ["-c", 'test -x "$1"', "sh", home], { uid, gid, cwd: "/", stdio: "ignore" });
  } catch (cause) {
    throw new Halt(
      `The system user '${name}', who runs the database because PostgreSQL does not run as root, cannot reach ${home}. Choose another folder with CAUSEWAY_DATA_DIR (/var/lib/causeway is usual), or open the way to it: chmod o+x on it and the folders above.`,
      { cause },
    );
  }
}
