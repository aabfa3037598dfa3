import type { StepKind } from "../../../domain/delivery.ts";
import type { StepDoer } from "./step-doer.ts";
import { addTag } from "./steps/add-tag.ts";
import { createAssociate } from "./steps/create-associate.ts";
import { createProfile } from "./steps/create-profile.ts";
import { linkAssociates } from "./steps/link-associates.ts";

/** Which doer brings about which kind of step. */
export const stepDoers: Record<StepKind, StepDoer> = {
  create_profile: createProfile,
  add_tag: addTag,
  create_associate: createAssociate,
  link_associates: linkAssociates,
};
