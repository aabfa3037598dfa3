import path from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the repository, wherever the command was started from. */
export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Absolute path of something inside the repository. @param {...string} parts */
export const inRepository = (...parts) => path.join(repository, ...parts);

/** The pinned Node 24 which runs every child process, whatever Node the machine has. */
export const pinnedNode = inRepository("node_modules", ".bin", "node");
