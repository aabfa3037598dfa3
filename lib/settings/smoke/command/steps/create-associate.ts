import { displayNameOf } from "../../../../domain/entity.ts";
import { differs, type Finding, failedBy, notTried, proved } from "../../finding.ts";
import type { Trial } from "../trial.ts";
import { madeProfile } from "./made-profile.ts";

export async function createAssociate(trial: Trial): Promise<Finding> {
  if (!trial.companyId) return notTried("No company was created.");
  const { associate, tags } = trial.madeUp;
  const creating = trial.passfort.createAssociate({ entity: associate });
  const created = await madeProfile(trial, displayNameOf(associate), creating);
  if (!created.ok) return failedBy("The associate was not created", created.failure);
  const { profileId, applications } = created.value;
  trial.associateId = profileId;
  const tagged = await trial.passfort.addTag(profileId, tags.all);
  if (!tagged.ok) return failedBy("The associate was created, but not tagged", tagged.failure);
  if (applications.length === 0) return proved("An associate gets no application before it is linked.");
  const applied = applications.map(({ productAlias }) => productAlias ?? "a product without an alias").join(", ");
  return differs(
    `An associate gets an application by itself before it is linked: ${applied}. Have that product's automatic applying switched off for associates, or each of them gets one too many.`,
  );
}
