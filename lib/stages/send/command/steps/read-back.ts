import { productAliasOf } from "../../../../domain/chunk-settings.ts";
import { triesMax } from "../../../../domain/delivery.ts";
import type { ReadBack } from "../../../../passfort/calls/profiles.ts";
import { readBackGap } from "../../read-back-words.ts";
import { type Passage, profileIdOf, profileOf, stepOf } from "../passage.ts";
import type { StepDoer } from "../step-doer.ts";

/**
 * The last step: one reading of the client, held against what was sent. It changes nothing, and nothing that it finds undoes the client. The
 * same reading tells the applications and the lists, so these are looked at once more at no cost; what an earlier step told is not told twice.
 */
export const readBack: StepDoer = {
  async call(passage, step) {
    const profileId = profileOf(passage);
    const call = await passage.passfort.readBack(profileId, passage.entity);
    if (!call.ok) return call;
    const { entityType } = passage.entity;
    const found = {
      entityType,
      differences: call.value.differences,
      ...applicationsOf(passage, call.value),
      missingPlaces: await missingPlacesOf(passage, call.value),
    };
    const gap = readBackGap(found) ?? undefined;
    // A person looked at just this, and left it as it is.
    const isLeft = gap !== undefined && gap.message === step.leftGap;
    return {
      ...call,
      value: isLeft ? { resultId: profileId, remark: step.remark ?? undefined } : { resultId: profileId, gap },
    };
  },

  // Nothing came of a reading whose answer was lost: it is read again.
  async lookUp() {
    return { word: "not_there" };
  },

  neverAnswered: {
    code: "never_answered",
    message: `It was sent, but reading it back came to no end in ${triesMax} tries. Sending the gaps again reads it once more.`,
  },
};

function applicationsOf(passage: Passage, { applications }: ReadBack) {
  const alias = productAliasOf(passage.settings, passage.entity.entityType);
  if (alias === null) return { lacksApplication: false, otherApplications: 0 };
  const created = stepOf(passage, "create_profile", "");
  const told = created?.gapCode ?? (created?.leftGap ? "applied_by_itself" : null);
  // Older answers name no alias (API contract §11 row 15); the id is then all there is.
  const hasAliases = applications.some(({ productAlias }) => productAlias !== null);
  const others = applications.filter(({ id, productAlias }) =>
    hasAliases ? productAlias !== alias : id !== passage.applicationId,
  );
  return {
    lacksApplication: told !== "no_application" && others.length === applications.length,
    otherApplications: told === "applied_by_itself" ? 0 : others.length,
  };
}

/** Places that the link of the client itself wrote and that do not stand any more; what the link told is known. */
async function missingPlacesOf(passage: Passage, { links }: ReadBack): Promise<number> {
  const link = stepOf(passage, "link_associates", passage.reference);
  if (!link?.doneAt || link.gapCode) return 0;
  const associates = (await passage.family()).companies.get(passage.reference)?.associates ?? [];
  return associates.reduce((sum, associate) => {
    const profileId = profileIdOf(passage, associate.reference)?.toLowerCase();
    if (!profileId) return sum;
    const missing = associate.places.filter(
      ({ list }) => !links.some((each) => each.list === list && each.profileId.toLowerCase() === profileId),
    );
    return sum + missing.length;
  }, 0);
}
