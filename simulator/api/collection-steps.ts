import { replaceSteps } from "../profile/collection-steps.ts";
import { collectionSteps } from "../validate/collection-step.ts";
import { parseBody } from "../validate/parse.ts";
import { type Answer, type Call, type Operation, profileIn } from "./operation.ts";

const PATH = "/profiles/:profile/collection_steps";

/** Both answer the steps that are still open; POST replaces all of them (API contract §2.2). */
export const collectionStepOperations: Operation[] = [
  {
    name: "list_collection_steps",
    method: "GET",
    path: PATH,
    run: (call) => ({ body: profileIn(call).collectionSteps }),
  },
  { name: "replace_collection_steps", method: "POST", path: PATH, run: replace },
];

function replace(call: Call): Answer {
  const profile = profileIn(call);
  replaceSteps(call.world, call.account, profile, parseBody(collectionSteps, call.body), call.actor);
  return { body: profile.collectionSteps };
}
