import { createHash } from "node:crypto";
import { z } from "zod";
import { dateTime } from "../clock.ts";
import { parseBody } from "../validate/parse.ts";
import { type Answer, type Call, type Operation, profileIn, raise } from "./operation.ts";

/**
 * Keys for a customer's own browser to hand in data with. The API they are for is not public and not simulated, so the
 * keys open nothing here.
 */
export const collectKeyOperations: Operation[] = [
  { name: "create_collect_key", method: "POST", path: "/api_keys/collect", run: forMany },
  { name: "create_profile_collect_key", method: "POST", path: "/api_keys/collect/:profile", run: forOne },
];

const LIFETIME_MS = 24 * 3_600_000;

const request = z.looseObject({ profile_ids: z.array(z.string()) });

function forMany(call: Call): Answer {
  const { profile_ids } = parseBody(request, call.body);
  for (const id of profile_ids) if (!call.account.profiles.has(id)) raise("One of the profiles");
  return newKey(call, `Collect key for ${profile_ids.length} profiles`);
}

function forOne(call: Call): Answer {
  return newKey(call, `Collect key for profile ${profileIn(call).id}`);
}

function newKey({ world }: Call, name: string): Answer {
  const key = createHash("sha256").update(world.newId()).digest("hex").slice(0, 46);
  return { body: { name, key, expiry: dateTime(world.clock.now() + LIFETIME_MS) } };
}
