import type { CallResult } from "../domain/failure.ts";
import { changedFieldsOf, collisionsOf, isSameJson } from "./changed-fields.ts";
import type { CollectedData, DataChange, DataChanged, DataReplaced, DataVersion } from "./collected-data.ts";

/** As often as a production client of Passfort tries (API contract §9). */
export const writesMax = 5;
const pauseFirstMs = 50;

type Writer = {
  read(): Promise<CallResult<DataVersion>>;
  replace(version: DataVersion): Promise<CallResult<DataReplaced>>;
  pause(ms: number): Promise<void>;
};

/** Read, change, write; on a conflict the change is made again on what stands there now (API contract §9). */
export async function changeData(writer: Writer, change: DataChange): Promise<CallResult<DataChanged>> {
  const first = await writer.read();
  if (!first.ok) return first;
  let base = first.value;
  let durationMs = first.durationMs;
  let limit = first.limit;
  const ended = (value: DataChanged): CallResult<DataChanged> => ({
    ok: true,
    value,
    durationMs,
    ...(limit ? { limit } : {}),
  });

  for (let tries = 1; ; tries += 1) {
    const next = change(base.data);
    if (isCollision(next)) return ended({ kind: "collision", fields: [...next.collision] });
    if (isSameJson(next, base.data)) return ended({ kind: "unchanged", ...base });

    const answer = await writer.replace({ data: next, etag: base.etag });
    durationMs += answer.durationMs;
    limit = answer.limit ?? limit;
    if (!answer.ok) return { ...answer, durationMs };
    const { kind, data, etag } = answer.value;
    if (kind === "replaced") return ended({ kind: "changed", data, etag });
    if (tries === writesMax) return ended({ kind: "contested", tries });

    const fields = collisionsOf(changedFieldsOf(base.data, next), base.data, data);
    if (fields.length > 0) return ended({ kind: "collision", fields });
    base = { data, etag };
    await writer.pause(pauseFirstMs * 2 ** (tries - 1));
  }
}

function isCollision(next: CollectedData | { collision: readonly string[] }): next is { collision: readonly string[] } {
  return Array.isArray(next.collision) && !("entity_type" in next);
}
