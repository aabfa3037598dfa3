import type { CallResult } from "../../../../domain/failure.ts";
import type { Link, LinkedAssociate } from "../../../../domain/link.ts";
import { variantsByList } from "../../../../domain/link-tasks.ts";
import { listInWords } from "../../../../domain/list-words.ts";
import type { RemoteTask } from "../../../../passfort/remote-task.ts";
import type { StepResult } from "../../../../store/answer.ts";
import { linksToWrite } from "../../links-to-write.ts";
import { type Passage, profileIdOf } from "../passage.ts";
import type { StepDoer } from "../step-doer.ts";

/** One read and one write put all associates of a company into its lists (API contract §4.3.5). May be repeated: what stands there is not doubled. */
export const linkAssociates: StepDoer = {
  async hindrance(passage, { subject }) {
    if (!profileIdOf(passage, subject))
      return { code: "held_back", message: `The company ${subject} does not exist in Passfort.` };
    const { associates } = await toLink(passage, subject);
    return associates.length === 0
      ? { code: "held_back", message: `None of the associates of ${subject} exists in Passfort.` }
      : null;
  },

  async call(passage, step) {
    const companyId = profileIdOf(passage, step.subject);
    if (!companyId) throw new Error(`Delivery ${passage.deliveryId} links associates of a company that is not known.`);
    const tasks = await tasksOf(passage, step.subject, companyId);
    if (!tasks.ok) return tasks;
    const { associates, leftOut } = await toLink(passage, step.subject);
    const links = linksToWrite(associates, variantsByList(tasks.value));
    const call = await passage.passfort.linkAssociates(companyId, links);
    if (!call.ok) return call;
    const { durationMs } = call;
    if (call.value.kind === "contested")
      return {
        ok: false,
        durationMs,
        failure: { kind: "unreachable", code: "contested", message: contestedSentence(call.value.tries) },
      };
    if (call.value.kind === "collision")
      return {
        ok: false,
        durationMs,
        failure: { kind: "refused", code: "collision", message: collisionSentence(call.value.fields) },
      };
    return { ok: true, durationMs, value: { resultId: companyId, gap: gapOf(links, call.value.entries, leftOut) } };
  },

  // The write looks first what stands there, so doing it again is looking it up.
  async lookUp() {
    return { word: "not_there" };
  },
};

/** Asked for only where creating the company did not tell. */
async function tasksOf(passage: Passage, reference: string, companyId: string): Promise<CallResult<RemoteTask[]>> {
  const known = passage.tasks.get(reference);
  if (known) return { ok: true, value: known, durationMs: 0 };
  return passage.passfort.listTasks(companyId);
}

async function toLink(passage: Passage, reference: string) {
  const all = (await passage.family()).companies.get(reference)?.associates ?? [];
  const associates = all.flatMap((associate) => {
    const profileId = profileIdOf(passage, associate.reference);
    return profileId ? [{ profileId, entityType: associate.entity.entityType, places: associate.places }] : [];
  });
  const leftOut = all.reduce((sum, associate) => sum + (associate.isReady ? associate.leftOut : 0), 0);
  return { associates, leftOut };
}

/** What of the links did not come to be, told by what Passfort stored. */
function gapOf(links: readonly Link[], entries: readonly LinkedAssociate[], leftOut: number): StepResult["gap"] {
  const standing = (link: Link) =>
    entries.find(
      ({ list, profileId }) => list === link.list && profileId.toLowerCase() === link.profileId.toLowerCase(),
    );
  const missing = links.filter((link) => !standing(link)).length;
  const withoutTask = [
    ...new Set(links.filter(({ taskVariantIds }) => taskVariantIds.length === 0).map(({ list }) => list)),
  ];
  const said = [
    missing > 0 ? `Passfort took the write, but ${missing} of ${links.length} places do not stand in its lists.` : null,
    leftOut > 0
      ? `${leftOut} ${leftOut === 1 ? "place was" : "places were"} left out, because the rows that name them have errors.`
      : null,
    withoutTask.length > 0
      ? `No task of this company's product takes its ${listInWords(withoutTask.map((list) => list.replaceAll("_", " ")))}, so they were linked without one and got no application.`
      : null,
  ].filter((sentence) => sentence !== null);
  return said.length === 0
    ? undefined
    : { code: missing > 0 ? "link_missing" : "linked_in_part", message: said.join(" ") };
}

const contestedSentence = (tries: number) =>
  `The company's data kept changing in Passfort while its associates were linked (${tries} tries).`;
const collisionSentence = (fields: readonly string[]) =>
  `Somebody else changed the same lists of the company in Passfort (${fields.join(", ")}). Look at the company there.`;
