import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import type { Panel } from "../../bin/demo/panel.ts";
import { suggestedMapping } from "../../bin/demo/suggested-mapping.ts";
import { waitFor } from "../../bin/demo/wait-for.ts";
import { readFile } from "../../lib/contracts/files.ts";
import { listCauses } from "../../lib/contracts/issues.ts";
import { readMapping, saveMapping } from "../../lib/contracts/mapping.ts";
import { createMigration } from "../../lib/contracts/migrations.ts";
import type { BookOnDisk } from "./with-bench-panel.ts";

export type Seconds = { upload: number; stage: number; map: number; check: number; firstScreen: number };

/** Carries a book from its upload to the review, as a script with a session would. */
export async function importBook(
  operator: Panel,
  { path, sha256 }: BookOnDisk,
): Promise<{ migrationId: string; fileId: string; seconds: Seconds }> {
  const { migrationId } = await operator.call(createMigration, {
    body: { name: "Benchmark", sourceSystem: "Generated" },
  });
  let begun = performance.now();
  const lap = () => {
    const seconds = (performance.now() - begun) / 1000;
    begun = performance.now();
    return seconds;
  };
  const body = await openAsBlob(path);
  const { fileId } = await operator.upload(
    `/api/migrations/${migrationId}/files?entityType=individual`,
    basename(path),
    body,
    sha256,
  );
  const upload = lap();
  const fileIs = (isSo: (file: Awaited<ReturnType<typeof fileNow>>) => boolean) =>
    waitFor("the file", async () => isSo(await fileNow()) || undefined, 1_800_000, 200);
  const fileNow = () => operator.call(readFile, { params: { fileId } });
  await fileIs(({ status }) => status === "parsed");
  const stage = lap();
  const screen = await operator.call(readMapping, { params: { fileId } });
  const map = lap();
  const { version } = await operator.call(saveMapping, { params: { fileId }, body: suggestedMapping(screen) });
  await fileIs(({ checkedVersion, checkFailure }) => checkedVersion === version || checkFailure !== null);
  const check = lap();
  await operator.call(listCauses, { params: { migrationId } });
  return { migrationId, fileId, seconds: { upload, stage, map, check, firstScreen: lap() } };
}
