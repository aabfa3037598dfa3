import type { CallResult } from "../domain/failure.ts";
import { type Caller, exchange, pathOf } from "./call.ts";
import type { DataReplaced, DataVersion } from "./collected-data.ts";
import { readData } from "./read-data.ts";
import { unsendable, withoutEtag } from "./unsendable.ts";
import { collectedDataAnswer } from "./wire/collected-data.ts";
import { withShortLinks } from "./with-short-links.ts";

/** `POST …/collected_data` with `If-Match`; a 412 gives what stands there now (API contract §9, §11 row 13). */
export async function replaceData(
  caller: Caller,
  profileId: string,
  { data, etag }: DataVersion,
): Promise<CallResult<DataReplaced>> {
  if (etag === null || !/^[\x21-\x7e]+$/.test(etag)) return withoutEtag;
  const request = collectedDataAnswer.safeParse(withShortLinks(data));
  if (!request.success) return unsendable(request.error);

  const answer = await exchange(caller, {
    name: "replace_data",
    effect: "write",
    method: "POST",
    path: pathOf("profiles", profileId, "collected_data"),
    body: request.data,
    ifMatch: etag,
    answer: collectedDataAnswer,
    outcomes: [412],
    profileId,
  });
  if (!answer.ok) return answer;
  const { kind, body, etag: newEtag } = answer.value;
  if (kind === "accepted") return { ...answer, value: { kind: "replaced", data: body, etag: newEtag } };
  if (body && newEtag !== null) return { ...answer, value: { kind: "conflict", data: body, etag: newEtag } };

  const fresh = await readData(caller, profileId);
  const durationMs = answer.durationMs + fresh.durationMs;
  return fresh.ok
    ? { ok: true, value: { kind: "conflict", ...fresh.value }, durationMs, limit: answer.limit }
    : { ...fresh, durationMs };
}
