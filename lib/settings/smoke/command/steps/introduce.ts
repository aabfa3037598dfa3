import { accountProblem } from "../../../../domain/account-problem.ts";
import { knownAccounts } from "../../../../store/known-accounts.ts";
import { type Finding, failed, failedBy, proved } from "../../finding.ts";
import type { Trial } from "../trial.ts";

/** Asks the account who it is, and makes nothing in one that is not the one it should be. */
export async function introduce({ ctx, passfort, ...trial }: Trial): Promise<Finding> {
  const who = await passfort.whoami();
  if (!who.ok) return failedBy("The account did not say who it is", who.failure);
  const { institutionName, keyName } = who.value;
  if (trial.knownInstitution !== null && trial.knownInstitution !== institutionName)
    return failed(
      `The account answers as “${institutionName}”, but was tested as “${trial.knownInstitution}”. Test the connection first; nothing was made.`,
    );
  const others = await knownAccounts(ctx.db, ctx.env.CAUSEWAY_SECRET, trial.connectionId);
  const account = { environment: trial.environment, keyDigest: trial.keyDigest, institutionName };
  const problem = accountProblem(account, others);
  if (problem) return failed(`${problem} Nothing was made.`);
  await ctx.db.smokeRun.updateMany({ where: { id: trial.runId }, data: { institutionName } });
  return proved(`The account answers as “${institutionName}”${keyName ? ` with the key “${keyName}”` : ""}.`);
}
