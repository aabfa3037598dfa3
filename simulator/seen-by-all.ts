import type { Account } from "./account.ts";
import { OPERATIONS } from "./api/operations.ts";
import { stateOf } from "./control/seen.ts";
import type { World } from "./world.ts";

/**
 * What each account has seen, for whoever judges a client from outside: calls by endpoint, the most at once, how often
 * each reference was created, and which references more than once.
 */
export function seenByAll(world: World) {
  return { accounts: world.accounts.map((account) => seenBy(world, account)) };
}

function seenBy(world: World, account: Account) {
  const { calls, peakConcurrency, inFlight, profiles, associates } = stateOf(world, account);
  const creates = [...account.createsByReference];
  return {
    account: account.key,
    mode: account.mode,
    callsByEndpoint: byEndpoint(calls),
    callsByOperation: calls,
    peakConcurrency,
    inFlight,
    profiles,
    associates,
    createsByReference: Object.fromEntries(creates),
    createsWithoutReference: account.createsWithoutReference,
    duplicates: creates.filter(([, times]) => times > 1).map(([reference]) => reference),
  };
}

/** `POST /4.0/profiles` rather than `create_profile`. */
function byEndpoint(calls: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(calls).map(([name, times]) => {
      const operation = OPERATIONS.find((one) => one.name === name);
      const path = operation?.path.replace(/:(\w+)/g, "{$1}");
      return [operation ? `${operation.method} /4.0${path}` : name, times];
    }),
  );
}
