import type { CallResult } from "../domain/failure.ts";
import { type Caller, makeCall } from "./call.ts";
import type { LookedFor } from "./look-up.ts";
import { type FoundAnswer, type SearchAnswer, searchAnswer } from "./wire/profile.ts";

export type FoundProfile = {
  profileId: string;
  displayName: string;
  role: string | null;
  /** When the results show them. */
  tagNames?: string[];
};

/** `isCut`: there are more than we have seen, so what is missing here may still exist. */
export type FoundPages = { found: FoundProfile[]; isCut: boolean };

/** The largest page there is (API contract §1.4). */
const pageSize = 200;
const pagesMax = 25;

/**
 * Clients or associates that match, over all pages. Nobody has published what `count` counts, whether the two lists share
 * one offset, and whether associates also stand among the clients; so pages are turned until one is empty or every client
 * is seen. Pages may shift while profiles are added, so ids are counted once (API contract §10).
 * @param about what is personal in the search, when it is more than the term
 */
export async function searchAllPages(
  caller: Caller,
  q: string,
  { as = "client", about = q }: { as?: LookedFor; about?: unknown } = {},
): Promise<CallResult<FoundPages>> {
  const clients = new Map<string, FoundProfile>();
  const associates = new Map<string, FoundProfile>();
  let durationMs = 0;
  let offset = 0;
  const ended = (isCut: boolean): CallResult<FoundPages> => {
    const found = [...(as === "client" ? clients : associates).values()];
    return { ok: true, value: { found, isCut }, durationMs };
  };

  for (let page = 0; page < pagesMax; page += 1) {
    const answer = await makeCall(caller, {
      name: "search_profiles",
      effect: "read",
      method: "GET",
      path: "/profiles",
      query: { q, limit: String(pageSize), offset: String(offset) },
      // The term is a client's name as often as not.
      sent: about,
      answer: searchAnswer,
    });
    durationMs += answer.durationMs;
    if (!answer.ok) return { ...answer, durationMs };
    const { count, hidden, results, associated_results } = answer.value;
    const found = foundOnPage(answer.value);
    for (const one of found.clients) clients.set(one.profileId, one);
    for (const one of found.associates) associates.set(one.profileId, one);

    // Advancing by what came, not by what we asked for: a server may cut `limit` down.
    const came = Math.max(results.length, associated_results?.length ?? 0);
    offset += came;
    if (as === "client" && typeof count === "number" && clients.size >= count) return ended(false);
    if (came === 0) return ended(clients.size + associates.size + (hidden ?? 0) < (count ?? 0));
  }
  return ended(true);
}

/** The two lists of a page, each profile by its own role where the answer tells it. */
export function foundOnPage({ results, associated_results }: SearchAnswer): {
  clients: FoundProfile[];
  associates: FoundProfile[];
} {
  const listed = results.map(foundProfileOf);
  const isAssociate = ({ role }: FoundProfile) => role?.endsWith("_ASSOCIATED") ?? false;
  return {
    clients: listed.filter((one) => !isAssociate(one)),
    associates: [...(associated_results ?? []).map(foundProfileOf), ...listed.filter(isAssociate)],
  };
}

function foundProfileOf({ id, display_name, role, tags }: FoundAnswer): FoundProfile {
  return {
    profileId: id,
    displayName: display_name ?? "",
    role: role ?? null,
    ...(tags ? { tagNames: tags.map(({ name }) => name) } : {}),
  };
}
