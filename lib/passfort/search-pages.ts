import type { CallResult } from "../domain/failure.ts";
import { type Caller, makeCall } from "./call.ts";
import { searchAnswer } from "./wire.ts";

export type FoundProfile = {
  profileId: string;
  displayName: string /** When the results show them. */;
  tagNames?: string[];
};

/** `isCut`: there were more than we were willing to turn over, so what is missing here may still exist. */
export type FoundPages = { found: FoundProfile[]; isCut: boolean };

/** The largest page there is (API contract §1.4). */
const pageSize = 200;
const pagesMax = 25;

/** Customers that match, over all pages; pages may shift while profiles are added, so ids are counted once (API contract §10). */
export async function searchAllPages(caller: Caller, q: string): Promise<CallResult<FoundPages>> {
  const foundById = new Map<string, FoundProfile>();
  let isCut = true;
  let durationMs = 0;
  let offset = 0;
  for (let page = 0; page < pagesMax; page += 1) {
    const answer = await makeCall(caller, {
      name: "search_profiles",
      effect: "read",
      method: "GET",
      path: "/profiles",
      query: { q, limit: String(pageSize), offset: String(offset) },
      // The term is a client's name as often as not.
      sent: q,
      answer: searchAnswer,
    });
    durationMs += answer.durationMs;
    if (!answer.ok) return { ...answer, durationMs };
    const { results, count } = answer.value;
    for (const { id, display_name, tags } of results) {
      foundById.set(id, {
        profileId: id,
        displayName: display_name ?? "",
        ...(tags ? { tagNames: tags.map(({ name }) => name) } : {}),
      });
    }
    // Advancing by what came, not by what we asked for: a server may cut `limit` down.
    offset += results.length;
    if (results.length === 0 || offset >= (count ?? Number.POSITIVE_INFINITY)) {
      isCut = false;
      break;
    }
  }
  return { ok: true, value: { found: [...foundById.values()], isCut }, durationMs };
}
