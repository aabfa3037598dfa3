import type { Panel } from "../../bin/demo/panel.ts";
import { suggestedMapping } from "../../bin/demo/suggested-mapping.ts";
import { waitFor } from "../../bin/demo/wait-for.ts";
import { readFile } from "../../lib/contracts/files.ts";
import { readMapping, saveMapping } from "../../lib/contracts/mapping.ts";

/** A file uploaded, mapped as it is proposed, and checked: where later chapters of a story begin. @returns its id */
export async function broughtFile(
  operator: Panel,
  migrationId: string,
  file: { name: string; content: string; kind: "clients" | "associates" | "documents"; entityType: string },
): Promise<string> {
  const { fileId } = await operator.upload(
    `/api/migrations/${migrationId}/files?kind=${file.kind}&entityType=${file.entityType}`,
    file.name,
    file.content,
  );
  await waitFor("the file to be read", async () =>
    (await operator.call(readFile, { params: { fileId } })).status === "parsed" ? true : undefined,
  );
  const body = suggestedMapping(await operator.call(readMapping, { params: { fileId } }));
  const { version } = await operator.call(saveMapping, { params: { fileId }, body });
  await waitFor("the rows to be checked", async () =>
    (await operator.call(readFile, { params: { fileId } })).checkedVersion === version ? true : undefined,
  );
  return fileId;
}
