import type { FamilyAssociate } from "../../family-tree.ts";
import { type OpenStep, type Passage, profileIdOf, stepOf } from "../passage.ts";
import type { StepDoer } from "../step-doer.ts";
import { lookForProfile } from "./look-twice.ts";

/** The profile of one associate, data only: the link gives it its application (API contract §4.3.3). */
export const createAssociate: StepDoer = {
  async hindrance(passage, step) {
    const { ownerReference } = await associateOf(passage, step);
    if (!profileIdOf(passage, ownerReference))
      return heldBack(`Its company ${ownerReference} does not exist in Passfort.`);
    // An associate company takes associates only once it is linked itself (§4.3.7).
    const owner = (await passage.family()).associates.get(ownerReference);
    const link = owner && stepOf(passage, "link_associates", owner.ownerReference);
    return link && !link.doneAt ? heldBack(`Its company ${ownerReference} is not linked in Passfort.`) : null;
  },

  async call(passage, step) {
    const { entity } = await associateOf(passage, step);
    const call = await passage.passfort.createAssociate({ entity });
    if (!call.ok) return call;
    const { profileId, applications } = call.value;
    return { ...call, value: { resultId: profileId, gap: surprise(applications.length) } };
  },

  async lookUp(passage, step, looking) {
    const { entity } = await associateOf(passage, step);
    return lookForProfile(
      looking,
      () => passage.passfort.lookUp(entity, "associate"),
      ({ id }) => ({ word: "there", result: { resultId: id } }),
    );
  },
};

async function associateOf(passage: Passage, step: OpenStep): Promise<FamilyAssociate> {
  const associate = (await passage.family()).associates.get(step.subject);
  if (!associate) throw new Error(`Delivery ${passage.deliveryId} has a step for an associate that its chunk lacks.`);
  return associate;
}

const heldBack = (message: string) => ({ code: "held_back", message });

/** Whether automatic products apply to associates is unknown (API contract §11 row 23); one too many is worth showing. */
const surprise = (applications: number) =>
  applications === 0
    ? undefined
    : {
        code: "applied_by_itself",
        message: `Passfort gave it ${applications === 1 ? "an application" : `${applications} applications`} by itself before it was linked. Have that product's automatic applying switched off for associates.`,
      };
