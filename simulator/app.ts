import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { createApi } from "./api/router.ts";
import { createControl } from "./control/router.ts";
import { createPortal } from "./portal/router.ts";
import type { World } from "./world.ts";

/** The three faces of the simulator: the API, the side door, and pages for people. */
export function createApp(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route("/4.0", createApi(world));
  app.route("/_control", createControl(world));
  app.route("/", createPortal(world));
  return app;
}
