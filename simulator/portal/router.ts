import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { Refused } from "../api/refused.ts";
import { decideAsPerson, decisionSchema, profileAnywhere } from "../control/decide-as-person.ts";
import { refuseForeignPages } from "../control/refuse-foreign-pages.ts";
import { accountNamed, type World } from "../world.ts";
import { landingPage } from "./landing-page.ts";
import { listPage } from "./list-page.ts";
import { messagePage } from "./page.ts";
import { profilePage } from "./profile-page.ts";

/** Pages for people. No script at all; a decision is a form. */
export function createPortal(world: World): Hono {
  const portal = new Hono();

  portal.use(async (c, next) => {
    await next();
    c.header(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    );
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Cache-Control", "no-store");
  });

  portal.get("/", (c) => c.html(landingPage(world)));
  portal.get("/portal", (c) => {
    const account = accountNamed(world, c.req.query("account") ?? "") ?? world.accounts[0];
    if (!account) return c.notFound();
    return c.html(listPage(world, account, c.req.query("q") ?? "", Number(c.req.query("page") ?? 1) || 1));
  });
  portal.get("/portal/profiles/:profile", (c) => {
    const { account, profile } = profileAnywhere(world, c.req.param("profile"));
    return c.html(profilePage(account, profile));
  });
  // Passfort's own deep link, so that links made for it can be tried here.
  portal.get("/profiles/:profile/applications", (c) =>
    c.redirect(`/portal/profiles/${encodeURIComponent(c.req.param("profile"))}`),
  );
  portal.post("/portal/profiles/:profile/applications/:application/decision", async (c) => {
    refuseForeignPages(c.req.header("origin"), c.req.url);
    const decision = decisionSchema.parse({ status: (await c.req.formData()).get("status") });
    decideAsPerson(world, c.req.param("profile"), c.req.param("application"), decision);
    return c.redirect(`/portal/profiles/${encodeURIComponent(c.req.param("profile"))}`, 303);
  });

  portal.notFound((c) => c.html(messagePage("Nothing here", "There is no page at this address."), 404));
  portal.onError((problem, c) => {
    if (problem instanceof HTTPException) return c.html(messagePage("Not done", problem.message), problem.status);
    if (problem instanceof Refused)
      return c.html(messagePage("Not done", problem.message), problem.status === 404 ? 404 : 409);
    console.error("simulator: a page failed", problem);
    return c.html(messagePage("Not done", "The page failed unexpectedly."), 500);
  });
  return portal;
}
