import { z } from "zod";
import { recordAudit } from "../profile/audit.ts";
import { noteInIndex } from "../profile/search.ts";
import { stableId } from "../stable-id.ts";
import { parseBody } from "../validate/parse.ts";
import { type Answer, type Call, numberIn, type Operation, profileIn, raise } from "./operation.ts";

export const tagOperations: Operation[] = [
  { name: "add_tag", method: "POST", path: "/profiles/:profile/tags", run: add },
  { name: "delete_tag", method: "DELETE", path: "/profiles/:profile/tags/:tag", run: remove },
  { name: "search_tags", method: "GET", path: "/tags/search/:term", run: search },
];

const tagRequest = z.looseObject({ name: z.string().trim().min(1, { error: "must not be empty" }) });

/** One id per name in an account, and the same name twice on a profile is once; both inferred (API contract §7). */
function add(call: Call): Answer {
  const { world, account, actor } = call;
  const profile = profileIn(call);
  const { name } = parseBody(tagRequest, call.body);
  const tag = account.tagsByName.get(name) ?? { id: stableId(account.key, "tag", name), name, is_automatic: false };
  account.tagsByName.set(name, tag);
  if (!profile.tags.includes(name)) {
    profile.tags.push(name);
    recordAudit(world, profile, actor, "added-a-tag", { tag: name });
    noteInIndex(world, profile);
  }
  world.changed();
  return { body: tag };
}

function remove(call: Call): Answer {
  const { world, account, actor, params } = call;
  const profile = profileIn(call);
  const name = profile.tags.find((one) => account.tagsByName.get(one)?.id === params.tag) ?? raise("The tag");
  profile.tags = profile.tags.filter((one) => one !== name);
  recordAudit(world, profile, actor, "removed-a-tag", { tag: name });
  noteInIndex(world, profile);
  world.changed();
  return { body: account.tagsByName.get(name) };
}

/** Similarly named tags of the whole account. */
function search({ account, params, query }: Call): Answer {
  const term = (params.term ?? "").toLowerCase();
  const limit = numberIn(query, "limit", 50);
  return {
    body: [...account.tagsByName.values()].filter((tag) => tag.name.toLowerCase().includes(term)).slice(0, limit),
  };
}
