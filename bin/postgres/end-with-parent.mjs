import { spawn } from "node:child_process";

/**
 * Shuts a server down when this process is gone, even when it was killed without a chance to say so. A shell waits on a
 * pipe whose other end only we hold; when it closes, the shell sends the server the signal for a fast shutdown.
 * @param {number} pid of the server
 * @param {{ uid: number, gid: number } | undefined} user whom the server belongs to
 * @returns {() => void} sends the shell away again; to be called when the server has ended
 */
export function endWithParent(pid, user) {
  const shell = spawn("/bin/sh", ["-c", 'read -r _ <&3; kill -INT "$1"', "sh", String(pid)], {
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
    cwd: "/",
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  shell.on("error", () => {});
  shell.stdio[3].on("error", () => {});
  shell.unref();
  shell.stdio[3].unref();
  return () => shell.kill("SIGKILL");
}
