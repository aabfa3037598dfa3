import { differs, type Finding, failedBy, proved } from "../../finding.ts";
import type { Trial } from "../trial.ts";
import { associateTaskOf } from "./associate-task-of.ts";
import { madeProfile } from "./made-profile.ts";

export async function createCompany(trial: Trial): Promise<Finding> {
  const { company, tags } = trial.madeUp;
  const productAlias = trial.productAlias.company;
  const creating = trial.passfort.createProfile({ entity: company, productAlias });
  const created = await madeProfile(trial, company.name ?? "", creating);
  if (!created.ok) return failedBy("The company was not created", created.failure);
  const { profileId } = created.value;
  trial.companyId = profileId;
  const tagged = await trial.passfort.addTag(profileId, tags.all);
  if (!tagged.ok) return failedBy("The company was created, but not tagged", tagged.failure);
  const tasks = await trial.passfort.listTasks(profileId);
  if (!tasks.ok) return failedBy("The company was created, but its tasks could not be listed", tasks.failure);
  const task = associateTaskOf(tasks.value);
  if (task) return proved(`The company was created, and ${task.type} takes associates.`);
  return differs(
    `The company was created, but none of its ${tasks.value.length} tasks takes associates. Name a product that has one, and run it again.`,
  );
}
