import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { Refused } from "../api/refused.ts";
import { profileAnywhere } from "../control/profile-anywhere.ts";
import { refuseForeignPages } from "../control/refuse-foreign-pages.ts";
import type { World } from "../world.ts";
import { actOnBadDays } from "./act-on-bad-days.ts";
import { actOnProfile } from "./act-on-profile.ts";
import { actOnWebhooks } from "./act-on-webhooks.ts";
import { badDaysPage } from "./bad-days-page.ts";
import { callsPage } from "./calls-page.ts";
import { chosenAccount } from "./chosen-account.ts";
import { deletePage } from "./delete-page.ts";
import { sentenceOfDone } from "./done.ts";
import { editPage } from "./edit-page.ts";
import { landingPage } from "./landing-page.ts";
import { listPage } from "./list-page.ts";
import { messagePage } from "./page.ts";
import { profilePage } from "./profile-page.ts";
import { webhooksPage } from "./webhooks-page.ts";

const STYLE = readFileSync(new URL("./style.css", import.meta.url), "utf8");
const MARK = readFileSync(new URL("./mark.svg", import.meta.url), "utf8");

/** Pages for people: the portal of the simulated Passfort. No script at all; whatever is done is a form. */
export function createPortal(world: World): Hono {
  const portal = new Hono();

  portal.use(async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") refuseForeignPages(c.req.header("origin"), c.req.url);
    await next();
    c.header(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Cache-Control", "no-store");
  });

  portal.get("/portal/style.css", (c) => c.body(STYLE, 200, { "content-type": "text/css; charset=utf-8" }));
  portal.get("/portal/mark.svg", (c) => c.body(MARK, 200, { "content-type": "image/svg+xml" }));

  portal.get("/", (c) => {
    const account = chosenAccount(world, c.req.query("account"));
    return c.html(landingPage(world, account, `${new URL(c.req.url).origin}/4.0`));
  });
  portal.get("/portal", (c) => {
    const query = (name: string) => c.req.query(name) ?? "";
    const account = chosenAccount(world, c.req.query("account"));
    const wish = { q: query("q"), category: query("category"), kind: query("kind"), page: Number(query("page")) || 1 };
    return c.html(listPage(world, account, wish, sentenceOfDone(c.req.query("done"))));
  });
  portal.get("/portal/profiles/:profile", (c) => {
    const { account, profile } = profileAnywhere(world, c.req.param("profile"));
    return c.html(profilePage(world, account, profile, { done: sentenceOfDone(c.req.query("done")) }));
  });
  portal.get("/portal/profiles/:profile/edit", (c) => {
    const { account, profile } = profileAnywhere(world, c.req.param("profile"));
    return c.html(editPage(world, account, profile, c.req.query("as") === "json" ? "json" : "fields"));
  });
  portal.get("/portal/profiles/:profile/delete", (c) => {
    const { account, profile } = profileAnywhere(world, c.req.param("profile"));
    return c.html(deletePage(world, account, profile));
  });
  // Passfort's own deep link, so that links made for it can be tried here.
  portal.get("/profiles/:profile/applications", (c) =>
    c.redirect(`/portal/profiles/${encodeURIComponent(c.req.param("profile"))}`),
  );
  portal.get("/portal/webhooks", (c) => {
    const account = chosenAccount(world, c.req.query("account"));
    return c.html(webhooksPage(world, account, { done: sentenceOfDone(c.req.query("done")) }));
  });
  portal.get("/portal/bad-days", (c) => {
    const account = chosenAccount(world, c.req.query("account"));
    return c.html(badDaysPage(world, account, { done: sentenceOfDone(c.req.query("done")) }));
  });
  portal.get("/portal/calls", (c) => {
    const account = chosenAccount(world, c.req.query("account"));
    const wish = { operation: c.req.query("operation") ?? "", outcome: c.req.query("outcome") ?? "" };
    return c.html(callsPage(world, account, wish));
  });

  actOnProfile(portal, world);
  actOnWebhooks(portal, world);
  actOnBadDays(portal, world);

  portal.all("*", (c) => c.html(messagePage(world, "Nothing here", "There is no page at this address."), 404));
  portal.onError((problem, c) => {
    if (problem instanceof HTTPException)
      return c.html(messagePage(world, "Not done", problem.message), problem.status);
    if (problem instanceof Refused) {
      const isMissing = problem.status === 404;
      return c.html(
        messagePage(world, isMissing ? "Nothing here" : "Not done", problem.message),
        isMissing ? 404 : 409,
      );
    }
    console.error("simulator: a page failed", problem);
    return c.html(messagePage(world, "Not done", "The page failed unexpectedly."), 500);
  });
  return portal;
}
