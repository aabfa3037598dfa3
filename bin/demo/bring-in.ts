import { readFile } from "../../lib/contracts/files.ts";
import { readMapping, saveMapping } from "../../lib/contracts/mapping.ts";
import type { EntityType } from "../../lib/domain/entity.ts";
import type { FileKind } from "../../lib/domain/file-kind.ts";
import type { Panel } from "./panel.ts";
import { suggestedMapping } from "./suggested-mapping.ts";
import { waitFor } from "./wait-for.ts";

type Brought = { fileId: string; rows: number; columns: number; mapped: number };

/** Uploads one file, maps its columns as suggested and waits until every row is checked. */
export async function bringIn(
  operator: Panel,
  migrationId: string,
  {
    kind = "clients",
    entityType,
    name,
    content,
  }: { kind?: FileKind; entityType: EntityType; name: string; content: string },
): Promise<Brought> {
  const { fileId } = await operator.upload(
    `/api/migrations/${migrationId}/files?kind=${kind}&entityType=${entityType}`,
    name,
    content,
  );
  const parsed = await waitFor(`${name} to be read`, async () => {
    const file = await operator.call(readFile, { params: { fileId } });
    if (file.status === "unreadable") throw new Error(`${name} could not be read: ${file.unreadableReason}`);
    return file.status === "parsed" ? file : undefined;
  });
  const screen = await operator.call(readMapping, { params: { fileId } });
  const body = suggestedMapping(screen);
  const { version } = await operator.call(saveMapping, { params: { fileId }, body });
  await waitFor(`${name} to be checked`, async () => {
    const file = await operator.call(readFile, { params: { fileId } });
    if (file.checkFailure) throw new Error(file.checkFailure);
    return file.checkedVersion === version ? file : undefined;
  });
  const mapped = body.assignments.filter((assignment) => assignment.field !== null).length;
  return { fileId, rows: parsed.rowCount ?? 0, columns: screen.columns.length, mapped };
}
