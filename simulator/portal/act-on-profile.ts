import type { Context, Hono } from "hono";
import { decideAsPerson, decisionSchema } from "../control/decide-as-person.ts";
import { deleteAsPerson, deletionSchema } from "../control/delete-as-person.ts";
import { editAsPerson, editSchema } from "../control/edit-as-person.ts";
import { eventSchema, raiseAsPerson, resolutionSchema, resolveAsPerson } from "../control/event-as-person.ts";
import { profileAnywhere } from "../control/profile-anywhere.ts";
import { setStatusAsPerson, statusSchema } from "../control/status-as-person.ts";
import { completeAsPerson, expirySchema, setExpiryAsPerson, taskSchema } from "../control/task-as-person.ts";
import type { World } from "../world.ts";
import { withFields } from "./data-field.ts";
import { deletePage, wordsToDelete } from "./delete-page.ts";
import { type EditAs, editPage } from "./edit-page.ts";
import { query } from "./page.ts";
import { filledOf, type PostedForm, readForm } from "./posted-form.ts";
import { profilePage } from "./profile-page.ts";
import { isMissing, sentencesOfProblem } from "./sentence-of-problem.ts";

const ONE = "/portal/profiles/:profile";

/** Everything a person does to a profile is a form that is posted here. */
export function actOnProfile(portal: Hono, world: World): void {
  /** Does it, then shows the profile with what was done; or shows the profile as it is, with why it was not done. */
  function form(path: string, part: string, act: (c: Context, posted: PostedForm) => string): void {
    portal.post(path, async (c) => {
      const posted = await readForm(c.req);
      const id = c.req.param("profile") ?? "";
      try {
        return c.redirect(`${addressOf(id)}?done=${act(c, posted)}#${part}`, 303);
      } catch (problem) {
        if (isMissing(problem)) throw problem;
        const { account, profile } = profileAnywhere(world, id);
        return c.html(profilePage(world, account, profile, { problem: sentencesOfProblem(problem).join(" ") }), 409);
      }
    });
  }

  form(`${ONE}/applications/:application/decision`, "applications", (c, posted) => {
    const decision = decisionSchema.parse({ status: posted.textOf("status"), comment: filledOf(posted, "comment") });
    decideAsPerson(world, paramOf(c, "profile"), paramOf(c, "application"), decision);
    return decision.status.toLowerCase();
  });

  form(`${ONE}/tasks/:task/state`, "tasks", (c, posted) => {
    const move = taskSchema.parse({ state: posted.textOf("state") });
    completeAsPerson(world, paramOf(c, "profile"), paramOf(c, "task"), move);
    return "task";
  });

  form(`${ONE}/tasks/:task/expiry`, "tasks", (c, posted) => {
    const day = posted.textOf("act") === "restore" ? undefined : (posted.textOf("expire_on") ?? "");
    const expiry = expirySchema.parse({
      expire_at: day === undefined ? null : `${day} 00:00:00`,
      reason_categories: [posted.textOf("category")],
      reason_description: filledOf(posted, "description"),
    });
    setExpiryAsPerson(world, paramOf(c, "profile"), paramOf(c, "task"), expiry);
    return "expiry";
  });

  form(`${ONE}/events`, "events", (c, posted) => {
    const event = eventSchema.parse({ data: { event_type: posted.textOf("event_type") } });
    raiseAsPerson(world, paramOf(c, "profile"), event);
    return "raised";
  });

  form(`${ONE}/events/:event`, "events", (c, posted) => {
    const resolution = resolutionSchema.parse({
      resolution: posted.textOf("resolution"),
      reason: filledOf(posted, "reason"),
    });
    resolveAsPerson(world, paramOf(c, "profile"), paramOf(c, "event"), resolution);
    return "resolved";
  });

  form(`${ONE}/status`, "status", (c, posted) => {
    setStatusAsPerson(world, paramOf(c, "profile"), statusSchema.parse({ status: posted.textOf("status") }));
    return "status";
  });

  portal.post(`${ONE}/edit`, async (c) => {
    const posted = await readForm(c.req);
    const { account, profile } = profileAnywhere(world, c.req.param("profile"));
    const as: EditAs = c.req.query("as") === "json" ? "json" : "fields";
    try {
      const collected_data = as === "json" ? jsonOf(posted) : withFields(profile.collectedData, posted.textOf);
      const edit = editSchema.parse({ collected_data, if_match: filledOf(posted, "if_match") });
      const { outcome } = editAsPerson(world, profile.id, edit);
      if (outcome === "stored") return c.redirect(`${addressOf(profile.id)}?done=edited#collected-data`, 303);
      const conflict = { sentences: [], isConflict: true, textOf: posted.textOf };
      return c.html(editPage(world, account, profile, as, conflict), 412);
    } catch (problem) {
      const sentences = problem instanceof NotJson ? [problem.message] : sentencesOfProblem(problem);
      return c.html(
        editPage(world, account, profile, as, { sentences, isConflict: false, textOf: posted.textOf }),
        400,
      );
    }
  });

  portal.post(`${ONE}/delete`, async (c) => {
    const posted = await readForm(c.req);
    const { account, profile } = profileAnywhere(world, c.req.param("profile"));
    if (posted.textOf("confirm")?.trim() !== wordsToDelete(profile)) {
      const problem = "What you typed is not what was asked for, so the profile is still here.";
      return c.html(deletePage(world, account, profile, problem), 400);
    }
    deleteAsPerson(world, profile.id, deletionSchema.parse({}));
    return c.redirect(`/portal${query(account)}&done=deleted`, 303);
  });
}

function addressOf(profileId: string): string {
  return `/portal/profiles/${encodeURIComponent(profileId)}`;
}

function paramOf(c: Context, name: string): string {
  return c.req.param(name) ?? "";
}

class NotJson extends Error {}

function jsonOf(posted: PostedForm): unknown {
  try {
    return JSON.parse(posted.textOf("json") ?? "");
  } catch (cause) {
    throw new NotJson(`This is not valid JSON: ${(cause as Error).message}.`, { cause });
  }
}
