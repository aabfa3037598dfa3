import { productAliasOf } from "../../../../domain/chunk-settings.ts";
import type { ReadBack } from "../../../../passfort/calls/profiles.ts";
import { readBackGap } from "../../read-back-words.ts";
import { type Passage, profileIdOf, profileOf, stepOf } from "../passage.ts";
import type { StepDoer } from "../step-doer.ts";

/**
 * The last step: one reading of the client, held against what was sent. It changes nothing, and nothing that it finds undoes the client. The
 * same reading tells the applications and the lists, so these are looked at once more at no cost; what an earlier step told is not told twice.
 */
export const readBack: StepDoer = {
  async call(passage) {
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
    return { ...call, value: { resultId: profileId, gap: readBackGap(found) ?? undefined } };
  },

  // Nothing came of a reading whose answer was lost: it is read again.
  async lookUp() {
    return { word: "not_there" };
  },
};

function applicationsOf(passage: Passage, { applications }: ReadBack) {
  const alias = productAliasOf(passage.settings, passage.entity.entityType);
  const wasTold = stepOf(passage, "create_profile", "")?.gapCode != null;
  if (alias === null || wasTold) return { lacksApplication: false, otherApplications: 0 };
  const others = applications.filter(({ id, productAlias }) => id !== passage.applicationId && productAlias !== alias);
  return { lacksApplication: others.length === applications.length, otherApplications: others.length };
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
