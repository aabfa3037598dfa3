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
    api.all(path, (c) => c.json(problem("This method is not allowed here."), 405, { Allow: allowed.join(", ") }));
  }
  api.all("*", (c) => c.json(problem("There is nothing at this path."), 404));
  return api;
}

function problem(message: string) {
  return { errors: [{ code: 201, message, source: "API", info: {} }] };
}
