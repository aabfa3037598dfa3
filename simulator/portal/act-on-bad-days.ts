import type { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Account } from "../account.ts";
import { faultRuleSchema } from "../api/fault-plan.ts";
import { applySettings, settingsChangeSchema } from "../control/settings-change.ts";
import { resetWorld, type World } from "../world.ts";
import { RECIPES } from "./bad-day-recipes.ts";
import { badDaysPage } from "./bad-days-page.ts";
import { chosenAccount } from "./chosen-account.ts";
import { query } from "./page.ts";
import { filledOf, numberOf, type PostedForm, readForm } from "./posted-form.ts";
import { sentencesOfProblem } from "./sentence-of-problem.ts";
import { SWITCH_NAMES, valueOfText } from "./switch-choice.ts";

/** The forms by which misbehaviour is ordered and taken back. */
export function actOnBadDays(portal: Hono, world: World): void {
  function form(path: string, act: (account: Account, posted: PostedForm) => string): void {
    portal.post(path, async (c) => {
      const posted = await readForm(c.req);
      const account = chosenAccount(world, c.req.query("account"));
      try {
        return c.redirect(`/portal/bad-days${query(account)}&done=${act(account, posted)}`, 303);
      } catch (problem) {
        return c.html(badDaysPage(world, account, { problem: sentencesOfProblem(problem).join(" ") }), 400);
      }
    });
  }

  form("/portal/bad-days/order", (_account, posted) => {
    const rule = faultRuleSchema.parse({
      operation: posted.textOf("operation"),
      kind: posted.textOf("kind"),
      account: filledOf(posted, "account"),
      customerRef: filledOf(posted, "customerRef"),
      ...Object.fromEntries(["nth", "every", "times", "ms", "retrySecs"].map((name) => [name, numberOf(posted, name)])),
    });
    world.faults.add([rule]);
    return "ordered";
  });

  form("/portal/bad-days/recipe", (_account, posted) => {
    const name = posted.textOf("recipe") ?? "";
    const recipe = Object.hasOwn(RECIPES, name) ? RECIPES[name] : undefined;
    if (!recipe) throw new HTTPException(400, { message: "There is no such bad day." });
    world.faults.add([recipe.rule]);
    return "ordered";
  });

  form("/portal/bad-days/clear", () => {
    world.faults.clear();
    return "cleared";
  });

  form("/portal/bad-days/time", (_account, posted) => {
    applySettings(world, settingsChangeSchema.parse({ advanceMs: numberOf(posted, "advanceMs") }));
    return "moved";
  });

  form("/portal/bad-days/limits", (account, posted) => {
    const limit = (name: string) => ({
      perHour: numberOf(posted, `${name}.perHour`),
      burst: numberOf(posted, `${name}.burst`),
    });
    const names = Object.keys(account.limits);
    const limits = { account: account.key, ...Object.fromEntries(names.map((name) => [name, limit(name)])) };
    applySettings(world, settingsChangeSchema.parse({ limits }));
    return "limited";
  });

  form("/portal/bad-days/switches", (_account, posted) => {
    const given = SWITCH_NAMES.flatMap((name) => {
      const text = posted.textOf(name);
      return text === undefined ? [] : [[name, valueOfText(name, text)]];
    });
    applySettings(world, settingsChangeSchema.parse(Object.fromEntries(given)));
    return "switched";
  });

  form("/portal/bad-days/reset", (_account, posted) => {
    if (posted.textOf("confirm")?.trim() !== "reset")
      throw new HTTPException(400, { message: "Type “reset” to empty everything." });
    resetWorld(world);
    return "reset";
  });
}
