import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * A workbook as LibreOffice saves it after opening it: in its own words, with its own styles and strings. Null where LibreOffice is not
 * installed. It starts with a profile of its own, so that one that is open on this machine is neither asked nor disturbed.
 */
export async function savedByLibreOffice(workbook: Buffer): Promise<Buffer | null> {
  const folder = await mkdtemp(join(tmpdir(), "libre-office-"));
  try {
    const file = join(folder, "problems.xlsx");
    await writeFile(file, workbook);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const saved = join(folder, "saved");
    await run("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", saved, file], { timeout: 90_000 });
    return await readFile(join(saved, "problems.xlsx"));
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && fault.code === "ENOENT" && "syscall" in fault) {
      if (String(fault.syscall).startsWith("spawn")) return null;
    }
    throw fault;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
