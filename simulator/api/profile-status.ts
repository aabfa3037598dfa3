import { setProfileStatus } from "../profile/set-status.ts";
import { parseBody } from "../validate/parse.ts";
import { oneOf } from "../validate/scalars.ts";
import { type Answer, type Call, type Operation, profileIn } from "./operation.ts";

const PATH = "/profiles/:profile/status";

export const profileStatusOperations: Operation[] = [
  { name: "get_status", method: "GET", path: PATH, run: show },
  { name: "set_status", method: "POST", path: PATH, run: set },
];

const status = oneOf(["NORMAL", "SUSPENDED", "BANNED"]);

/** The body is a bare string by schema; `{status}` is taken too (API contract §11, 28). */
function set(call: Call): Answer {
  const sent = call.body;
  const text = typeof sent === "object" && sent !== null && "status" in sent ? sent.status : sent;
  setProfileStatus(call.world, call.account, profileIn(call), parseBody(status, text, ["status"]), call.actor);
  return show(call);
}

function show(call: Call): Answer {
  const profile = profileIn(call);
  return { body: call.world.settings.statusBody === "string" ? profile.status : { status: profile.status } };
}
