import { z } from "zod";
import { recordAudit } from "../profile/audit.ts";
import { noteInIndex } from "../profile/search.ts";
import { tagOn } from "../profile/tag.ts";
import { parseBody } from "../validate/parse.ts";
import { type Answer, type Call, numberIn, type Operation, profileIn, raise } from "./operation.ts";
import { refused } from "./refused.ts";

export const tagOperations: Operation[] = [
  { name: "add_tag", method: "POST", path: "/profiles/:profile/tags", run: add },
  { name: "delete_tag", method: "DELETE", path: "/profiles/:profile/tags/:tag", run: remove },
  { name: "search_tags", method: "GET", path: "/tags/search/:term", run: search },
];

const tagRequest = z.looseObject({ name: z.string().trim().min(1, { error: "must not be empty" }) });

/** The same name twice on a profile is once; inferred (API contract §7; switch `repeatedTag`). */
function add(call: Call): Answer {
  const { world, account, actor } = call;
  const profile = profileIn(call);
  const { name } = parseBody(tagRequest, call.body);
  const tag = tagOn(world, account, profile, name);
  if (profile.tags.includes(name)) {
    if (world.settings.repeatedTag === "refuse") throw refused(409, 202, "The profile has this tag already.");
    return { body: tag };
  }
  account.tagsByName.set(name, tag);
  profile.tags.push(name);
  recordAudit(world, profile, actor, "added-a-tag", { tag: name });
  noteInIndex(world, profile);
  world.changed();
  return { body: tag };
}

function remove(call: Call): Answer {
  const { world, account, actor, params } = call;
  const profile = profileIn(call);
  const tags = profile.tags.map((name) => tagOn(world, account, profile, name));
  const tag = tags.find((one) => one.id === params.tag) ?? raise("The tag");
  profile.tags = profile.tags.filter((name) => name !== tag.name);
  recordAudit(world, profile, actor, "removed-a-tag", { tag: tag.name });
  noteInIndex(world, profile);
  world.changed();
  return { body: tag };
}

/** Similarly named tags of the whole account; all of them unless `limit` says otherwise. */
function search({ account, params, query }: Call): Answer {
  const term = (params.term ?? "").toLowerCase();
  const limit = numberIn(query, "limit", account.tagsByName.size);
  return {
    body: [...account.tagsByName.values()].filter((tag) => tag.name.toLowerCase().includes(term)).slice(0, limit),
  };
}
