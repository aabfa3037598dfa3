import type { CallResult } from "../../../../domain/failure.ts";
import type { Link } from "../../../../domain/link.ts";
import { type LinkDifference, verifyLinks } from "../../../../passfort/verify-links.ts";
import { differs, type Finding, failedBy, notTried, proved, secondsWords } from "../../finding.ts";
import type { Trial } from "../trial.ts";
import { associateTaskOf } from "./associate-task-of.ts";

const patienceMs = 10_000;
const pauseMs = 500;

/** One write puts the associate into the company; then both sides are read until they agree (API contract §4.3). */
export async function linkAssociate(trial: Trial): Promise<Finding> {
  const { companyId, associateId, passfort, ctx, hand } = trial;
  if (!companyId || !associateId) return notTried("There is no company with an associate.");
  const tasks = await passfort.listTasks(companyId);
  if (!tasks.ok) return failedBy("The tasks of the company could not be listed", tasks.failure);
  const task = associateTaskOf(tasks.value);
  if (!task) return notTried("No task of the company takes associates.");
  const { list, variantId } = task;
  const link: Link = { list, profileId: associateId, entityType: "individual", taskVariantIds: [variantId] };
  const linked = await passfort.linkAssociates(companyId, [link]);
  if (!linked.ok) return failedBy("The link was not taken", linked.failure);
  if (linked.value.kind !== "linked")
    return differs("The company's data kept changing while the link was written, so it was not written.");

  const since = ctx.clock.now().getTime();
  for (;;) {
    const seen = await differencesOf(trial, link, companyId);
    if (!seen.ok) return failedBy("The link could not be read back", seen.failure);
    if (seen.value.length === 0)
      return proved(
        `The associate stands among the ${list}, its profile names the company, and it has its application.`,
      );
    if (ctx.clock.now().getTime() - since >= patienceMs)
      return differs(
        `The link was taken, but ${secondsWords(patienceMs)} later: ${seen.value.map(({ what }) => words[what]).join("; ")}.`,
      );
    await hand.wait(pauseMs);
  }
}

async function differencesOf(
  { passfort }: Trial,
  link: Link,
  companyId: string,
): Promise<CallResult<LinkDifference[]>> {
  const profile = await passfort.readProfile(companyId);
  if (!profile.ok) return profile;
  const links = await passfort.readLinks(companyId);
  if (!links.ok) return links;
  const associate = await passfort.readProfile(link.profileId);
  if (!associate.ok) return associate;
  const company = { profile: profile.value, links: links.value };
  return { ...associate, value: verifyLinks([link], company, [associate.value]) };
}

const words: Record<LinkDifference["what"], string> = {
  company_shows_no_associates: "the company says that it has no associates",
  entry_missing: "the associate does not stand in the list it was put into",
  entry_doubled: "the associate stands in its list twice",
  task_variants_missing: "the associate stands there without the task it was linked for",
  associate_not_read: "the associate could not be read",
  associate_not_linked_to_company: "the associate's profile does not name the company",
  associate_lacks_role: "the associate's profile names the company without the role of that list",
  associate_has_no_application: "the associate got no application",
};
