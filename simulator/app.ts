import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { createApi } from "./api/router.ts";
import { createControl } from "./control/router.ts";
import { createPortal } from "./portal/router.ts";
import { seenByAll } from "./seen-by-all.ts";
import type { World } from "./world.ts";

/** The faces of the simulator: the API, the side door, what it saw, and pages for people. */
export function createApp(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route("/4.0", createApi(world));
  app.get("/_seen", (c) => c.json(seenByAll(world)));
  app.route("/_control", createControl(world));
  app.route("/", createPortal(world));
  return app;
}
