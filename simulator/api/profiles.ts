import { categoryOf } from "../application/category.ts";
import { createProfile } from "../profile/create-profile.ts";
import { isAssociate } from "../profile/profile.ts";
import { searchProfiles } from "../profile/search.ts";
import { showMinimalProfile } from "../profile/show-minimal-profile.ts";
import { showProfile } from "../profile/show-profile.ts";
import { type Answer, type Call, numberIn, type Operation, profileIn } from "./operation.ts";
import { invalid } from "./refused.ts";

const LIMIT_DEFAULT = 50;
const LIMIT_MAX = 200;

/** What a key may do with each profile it sees; the map is keyed by profile id. */
const CAPABILITIES = ["READ_PROFILE", "EDIT_PROFILE", "READ_PROFILE_COLLECTED_DATA", "EDIT_PROFILE_COLLECTED_DATA"];

export const profileOperations: Operation[] = [
  { name: "create_profile", method: "POST", path: "/profiles", limit: "createProfile", run: create },
  { name: "search_profiles", method: "GET", path: "/profiles", run: search },
  {
    name: "get_profile",
    method: "GET",
    path: "/profiles/:profile",
    run: (call) => ({ body: showProfile(call.world, call.account, profileIn(call)) }),
  },
];

function create({ world, account, body, actor }: Call): Answer {
  return {
    status: world.settings.createdStatus,
    body: showProfile(world, account, createProfile(world, account, body, actor)),
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
    (profile) => categories.length === 0 || categories.includes(categoryOf(profile, world.settings.categories)),
  );
  const areTogether = world.settings.associatesInResults === "together";
  const customers = areTogether ? found : found.filter((profile) => !isAssociate(profile));
  const associates = found.filter(isAssociate);
  const page = (profiles: typeof found) =>
    profiles.slice(offset, offset + limit).map((profile) => showMinimalProfile(world, account, profile));
  const [results, associated_results] = [page(customers), page(associates)];
  return {
    body: {
      count: customers.length,
      limit,
      offset,
      hidden: 0,
      capabilities: Object.fromEntries([...results, ...associated_results].map(({ id }) => [id, CAPABILITIES])),
      results,
      associated_results,
    },
  };
}
