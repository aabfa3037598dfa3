import { displayNameOf } from "../../../../domain/entity.ts";
import { differs, type Finding, failedBy, proved } from "../../finding.ts";
import type { Trial } from "../trial.ts";
import { madeProfile } from "./made-profile.ts";

export async function createIndividual(trial: Trial): Promise<Finding> {
  const { individual } = trial.madeUp;
  const name = displayNameOf(individual);
  const productAlias = trial.productAlias.individual;
  const created = await madeProfile(trial, name, trial.passfort.createProfile({ entity: individual, productAlias }));
  if (!created.ok) return failedBy("The individual was not created", created.failure);
  const { profileId } = created.value;
  trial.individualId = profileId;

  const read = await trial.passfort.readProfile(profileId);
  if (!read.ok) return failedBy("The individual could not be read back", read.failure);
  const { customerRef, displayName, applications } = read.value;
  if (customerRef !== individual.reference)
    return differs(`The reference “${individual.reference}” reads back as “${customerRef ?? "nothing"}”.`);
  if (!displayName.includes(`Smoketest ${trial.madeUp.word}`))
    return differs(`The name reads back as “${displayName}”.`);
  const applied = applications.map(({ productAlias: alias }) => alias ?? "without an alias").join(", ");
  if (productAlias && !applications.some((application) => application.productAlias === productAlias))
    return differs(
      `Reference and name read back, but not the application for “${productAlias}”: ${applied || "none"}.`,
    );
  const how = productAlias ? "As asked, it applies for" : "By itself the account applied for";
  return proved(`Reference and name read back as sent. ${applied ? `${how}: ${applied}.` : "It has no application."}`);
}
