import { Halt } from "../halt.mjs";

const oldestNode = 20;

/** Only this first step runs on the machine's own Node; from the installation on, everything runs on the pinned one. */
export function checkVersions(version = process.versions.node, platform = process.platform) {
  if (Number(version.split(".")[0]) < oldestNode) {
    throw new Halt(
      `Node ${version} is too old: ${oldestNode} or newer is needed (https://nodejs.org, or your system's package "nodejs").`,
    );
  }
  if (platform === "win32") {
    throw new Halt("Causeway runs on Linux and macOS. On Windows, use it inside WSL 2.");
  }
}
