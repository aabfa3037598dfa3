import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { World } from "../world.ts";
import { answerCall } from "./answer-call.ts";
import { OPERATIONS } from "./operations.ts";

/** The public side, to be mounted at /4.0. Unknown path 404, known path with another method 405 (both inferred). */
export function createApi(world: World): Hono<{ Bindings: HttpBindings }> {
  const api = new Hono<{ Bindings: HttpBindings }>();
  for (const operation of OPERATIONS) {
    api.on(operation.method, operation.path, (c) => answerCall(world, operation, c));
  }
  for (const path of new Set(OPERATIONS.map((operation) => operation.path))) {
    const allowed = OPERATIONS.filter((operation) => operation.path === path).map((operation) => operation.method);
    const Allow = allowed.join(", ");
    api.all(path, () => problem(world, 405, "This method is not allowed here.", { Allow }));
  }
  api.all("*", () => problem(world, 404, "There is nothing at this path."));
  return api;
}

function problem(world: World, status: number, message: string, headers: Record<string, string> = {}): Response {
  const errors = [{ code: 201, message, source: "API", info: {} }];
  return Response.json({ errors }, { status: world.settings.errorsAs === "200" ? 200 : status, headers });
}
