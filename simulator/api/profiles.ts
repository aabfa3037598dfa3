import { categoryOf } from "../application/category.ts";
import { recordAudit } from "../profile/audit.ts";
import { createProfile } from "../profile/create-profile.ts";
import { isAssociate } from "../profile/profile.ts";
import { searchProfiles } from "../profile/search.ts";
import { showMinimalProfile } from "../profile/show-minimal-profile.ts";
import { showProfile } from "../profile/show-profile.ts";
import { parseBody } from "../validate/parse.ts";
import { oneOf } from "../validate/scalars.ts";
import { type Answer, type Call, numberIn, type Operation, profileIn } from "./operation.ts";
import { invalid } from "./refused.ts";

const LIMIT_DEFAULT = 50;
const LIMIT_MAX = 200;

export const profileOperations: Operation[] = [
  { name: "create_profile", method: "POST", path: "/profiles", limit: "createProfile", run: create },
  { name: "search_profiles", method: "GET", path: "/profiles", run: search },
  {
    name: "get_profile",
    method: "GET",
    path: "/profiles/:profile",
    run: (call) => ({ body: showProfile(call.world, call.account, profileIn(call)) }),
  },
  {
    name: "get_status",
    method: "GET",
    path: "/profiles/:profile/status",
    run: (call) => ({ body: profileIn(call).status }),
  },
  { name: "set_status", method: "POST", path: "/profiles/:profile/status", run: setStatus },
  {
    name: "list_audit_items",
    method: "GET",
    path: "/profiles/:profile/audit-items",
    run: (call) => ({ body: profileIn(call).audit }),
  },
  { name: "list_events", method: "GET", path: "/profiles/:profile/events", run: (call) => empty(call) },
  {
    name: "list_collection_steps",
    method: "GET",
    path: "/profiles/:profile/collection_steps",
    run: (call) => empty(call),
  },
];

function create({ world, account, body }: Call): Answer {
  return {
    status: world.settings.createdStatus,
    body: showProfile(world, account, createProfile(world, account, body)),
  };
}

/** Customers and associates apart; `count` is of all customers that match (API contract §10). */
function search({ world, account, query }: Call): Answer {
  const asked = numberIn(query, "limit", LIMIT_DEFAULT);
  if (asked > LIMIT_MAX && world.settings.overLimit === "error")
    throw invalid(`limit must be ${LIMIT_MAX} at most.`, "limit");
  const limit = Math.min(asked, LIMIT_MAX);
  const offset = numberIn(query, "offset", 0);
  const categories = query.get("categories")?.split(",").filter(Boolean) ?? [];
  const found = searchProfiles(world, account, query.get("q") ?? "").filter(
    (profile) => categories.length === 0 || categories.includes(categoryOf(profile)),
  );
  const customers = found.filter((profile) => !isAssociate(profile));
  const associates = found.filter(isAssociate);
  const page = (profiles: typeof found) =>
    profiles.slice(offset, offset + limit).map((profile) => showMinimalProfile(world, account, profile));
  return {
    body: {
      count: customers.length,
      limit,
      offset,
      hidden: 0,
      capabilities: ["READ_PROFILE", "CREATE_PROFILE", "SEARCH"],
      results: page(customers),
      associated_results: page(associates),
    },
  };
}

/** The body is a bare string by schema; `{status}` is taken too (API contract §11, 28). */
function setStatus(call: Call): Answer {
  const profile = profileIn(call);
  const sent = call.body;
  const text = typeof sent === "object" && sent !== null && "status" in sent ? sent.status : sent;
  profile.status = parseBody(oneOf(["NORMAL", "SUSPENDED", "BANNED"]), text, ["status"]);
  recordAudit(call.world, profile, call.actor, "profile-status-changed", { status: profile.status });
  call.world.changed();
  return { body: profile.status };
}

/** Monitoring events and collection steps are never raised yet. */
function empty(call: Call): Answer {
  profileIn(call);
  return { body: [] };
}
