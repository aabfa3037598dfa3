import type { Account } from "../account.ts";
import type { Profile } from "../profile/profile.ts";
import type { Application, StatusChange } from "./application.ts";
import { blockersOf } from "./blockers.ts";
import { flagOf } from "./flag.ts";

/** An application as the API answers it; API contract §5.1 and the help page's sample. */
export function showApplication(account: Account, profile: Profile, application: Application) {
  const product = account.products.find((candidate) => candidate.id === application.productId);
  return {
    id: application.id,
    product: {
      ...shortProduct(account, application),
      automatically_apply: product?.autoApply ?? false,
      automatically_approve: product?.automaticallyApprove ?? false,
      is_deleted: product === undefined,
    },
    status: application.status,
    flag: flagOf(account, profile, application),
    required_tasks: (product?.tasks ?? []).map(({ id, name, type }) => ({ id, name, task_type: type })),
    approval_blockers: isDecidable(application) ? blockersOf(account, profile, application) : [],
    history: application.history.map(showChange),
    flag_history: application.flagHistory,
    assignments: [],
    hidden: application.hidden,
    ...(application.associatedRoles[0] ? { associated_role: application.associatedRoles[0] } : {}),
    decision_source: application.history.at(-1)?.decisioner ?? null,
  };
}

/** The published schema has the person as `decisioner`, or null, and no null comment. */
function showChange({ status, date, decisioner, comment, user }: StatusChange) {
  const by = decisioner === null ? null : { name: decisioner };
  return { status, date, decisioner: user ?? by, ...(comment === null ? {} : { comment }) };
}

export function shortProduct(account: Account, application: Application) {
  const product = account.products.find((candidate) => candidate.id === application.productId);
  return { id: application.productId, alias: product?.alias ?? null, name: product?.name ?? "Removed product" };
}

function isDecidable(application: Application): boolean {
  return application.status === "APPLIED" || application.status === "IN_REVIEW";
}
