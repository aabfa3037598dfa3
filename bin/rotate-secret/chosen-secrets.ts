import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Halt } from "../halt.mjs";

export type ChosenSecrets = {
  from: string;
  to: string;
  /** Called once every value is moved: the new secret becomes the one a start uses. @returns what the person does now */
  settle(): string;
};

const charactersMin = 32;

/**
 * Which secret the values are moved from, and to which: both from the environment, or else those of the data folder, where the
 * next one is written down before anything is moved, so that a rotation that was cut off goes on with the same one.
 */
export function chosenSecrets(env: Record<string, string | undefined>, dataDir: string): ChosenSecrets {
  const { CAUSEWAY_SECRET_OLD: from, CAUSEWAY_SECRET: to } = env;
  if (!from && !to) return ofDataFolder(dataDir);
  if (!from || !to)
    throw new Halt(
      "Set both: CAUSEWAY_SECRET_OLD to the present secret, CAUSEWAY_SECRET to the new one (openssl rand -hex 32 makes one). Or neither, when the secret lies in the data folder.",
    );
  if (to.length < charactersMin) throw new Halt(`CAUSEWAY_SECRET is shorter than ${charactersMin} characters.`);
  if (from === to)
    throw new Halt("CAUSEWAY_SECRET_OLD and CAUSEWAY_SECRET are the same. Give the new one a new value.");
  return {
    from,
    to,
    settle: () => "Start the panel with CAUSEWAY_SECRET set to the new secret, and forget the old one.",
  };
}

function ofDataFolder(dataDir: string): ChosenSecrets {
  const file = path.join(dataDir, "secret");
  const nextFile = `${file}.next`;
  if (!existsSync(file))
    throw new Halt(`There is no file ${file}. Say which secrets: CAUSEWAY_SECRET_OLD and CAUSEWAY_SECRET.`);
  if (!existsSync(nextFile)) writeFileSync(nextFile, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600 });
  const [from, to] = [file, nextFile].map((each) => readFileSync(each, "utf8").trim());
  if (!from || !to || to.length < charactersMin)
    throw new Halt(`The file ${nextFile} is damaged. Delete it, and run this again.`);
  return {
    from,
    to,
    settle() {
      renameSync(nextFile, file);
      return `The new secret lies in ${file}. Make a backup of it, and start the panel.`;
    },
  };
}
