import type { CallResult } from "../domain/failure.ts";
import { type Caller, exchange, mapped, pathOf } from "./call.ts";
import type { DataVersion } from "./collected-data.ts";
import { collectedDataAnswer } from "./wire/collected-data.ts";

/** `GET …/collected_data` with its ETag (API contract §9). */
export async function readData(caller: Caller, profileId: string): Promise<CallResult<DataVersion>> {
  const answer = await exchange(caller, {
    name: "read_data",
    effect: "read",
    method: "GET",
    path: pathOf("profiles", profileId, "collected_data"),
    answer: collectedDataAnswer,
    profileId,
  });
  return mapped(answer, ({ body, etag }) => ({ data: body, etag }));
}
