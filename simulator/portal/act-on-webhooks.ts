import type { Hono } from "hono";
import type { Account } from "../account.ts";
import { applySettings, settingsChangeSchema } from "../control/settings-change.ts";
import type { World } from "../world.ts";
import { chosenAccount } from "./chosen-account.ts";
import { query } from "./page.ts";
import { filledOf, numberOf, type PostedForm, readForm } from "./posted-form.ts";
import { sentencesOfProblem } from "./sentence-of-problem.ts";
import { webhooksPage } from "./webhooks-page.ts";

/** The forms of the page about webhooks. */
export function actOnWebhooks(portal: Hono, world: World): void {
  function form(path: string, act: (account: Account, posted: PostedForm) => string): void {
    portal.post(path, async (c) => {
      const posted = await readForm(c.req);
      const account = chosenAccount(world, c.req.query("account"));
      try {
        return c.redirect(`/portal/webhooks${query(account)}&done=${act(account, posted)}`, 303);
      } catch (problem) {
        return c.html(webhooksPage(world, account, { problem: sentencesOfProblem(problem).join(" ") }), 400);
      }
    });
  }

  form("/portal/webhooks/retry", (account) => {
    world.outbox.retryNow(account);
    return "retried";
  });

  form("/portal/webhooks/switch", (account, posted) => {
    const enabled = posted.textOf("enabled") === "on";
    change(world, account, { enabled });
    return enabled ? "on" : "off";
  });

  form("/portal/webhooks/settings", (account, posted) => {
    change(world, account, {
      endpoint: filledOf(posted, "endpoint") ?? null,
      secret: filledOf(posted, "secret"),
      events: posted.textsOf("events"),
      batching: posted.textOf("batching") === "on",
      shuffle: posted.textOf("shuffle") === "on",
      batchShape: posted.textOf("batchShape"),
      duplicateEvery: numberOf(posted, "duplicateEvery"),
      batchEveryMs: millisecondsOf(posted, "batchEveryMs"),
      timeoutMs: millisecondsOf(posted, "timeoutMs"),
      retryFirstMs: millisecondsOf(posted, "retryFirstMs"),
      retryMaxMs: millisecondsOf(posted, "retryMaxMs"),
      stalledAfterFailures: numberOf(posted, "stalledAfterFailures"),
    });
    return "webhook";
  });
}

function change(world: World, account: Account, fields: Record<string, unknown>): void {
  applySettings(world, settingsChangeSchema.parse({ webhook: { account: account.key, ...fields } }));
}

/** The page speaks of seconds, the settings of milliseconds. */
function millisecondsOf(posted: PostedForm, name: string): number | undefined {
  const seconds = numberOf(posted, name);
  return seconds === undefined ? undefined : seconds * 1000;
}
