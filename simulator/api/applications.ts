import { z } from "zod";
import { apply, productWished } from "../application/apply.ts";
import { decide, revertDecision } from "../application/decide.ts";
import { showApplication } from "../application/show-application.ts";
import { applicationWish } from "../profile/create-profile.ts";
import { parseBody } from "../validate/parse.ts";
import { oneOf } from "../validate/scalars.ts";
import { type Answer, applicationIn, type Call, type Operation, profileIn } from "./operation.ts";

const LIST = "/profiles/:profile/applications";
const ONE = `${LIST}/:application`;

export const applicationOperations: Operation[] = [
  { name: "list_applications", method: "GET", path: LIST, run: list },
  { name: "add_application", method: "POST", path: LIST, run: add },
  { name: "get_application", method: "GET", path: ONE, run: show },
  { name: "decide_application", method: "POST", path: ONE, run: decideOne },
  { name: "revert_decision", method: "POST", path: `${ONE}/revert_decision`, run: revert },
];

const decision = z.looseObject({
  status: oneOf(["APPLIED", "APPROVED", "IN_REVIEW", "REJECTED", "CANCELLED"]),
  comment: z.string().nullable().optional(),
});

const reversal = z.looseObject({ comment: z.string().nullable().optional() }).nullish();

function list(call: Call): Answer {
  const profile = profileIn(call);
  return {
    body: profile.applications.filter((one) => !one.hidden).map((one) => showApplication(call.account, profile, one)),
  };
}

function add(call: Call): Answer {
  const { world, account, actor } = call;
  const profile = profileIn(call);
  const wish = parseBody(applicationWish, call.body);
  const product = productWished(account, wish.product, profile.collectedData.entity_type, "product");
  const application = apply(
    world,
    account,
    profile,
    product,
    actor,
    wish.associated_role ? [wish.associated_role] : [],
  );
  world.changed();
  return { body: showApplication(account, profile, application) };
}

function show(call: Call): Answer {
  return { body: showApplication(call.account, profileIn(call), applicationIn(call)) };
}

function decideOne(call: Call): Answer {
  const { status, comment } = parseBody(decision, call.body);
  decide(call.world, call.account, profileIn(call), applicationIn(call), status, call.actor, comment ?? undefined);
  return show(call);
}

function revert(call: Call): Answer {
  const profile = profileIn(call);
  const comment = parseBody(reversal, call.body)?.comment ?? null;
  const application = revertDecision(call.world, call.account, profile, applicationIn(call), call.actor, comment);
  return { body: showApplication(call.account, profile, application) };
}
