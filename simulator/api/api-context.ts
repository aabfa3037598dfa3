import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** A request with the sockets beneath it, which a fault may cut. */
export type ApiContext = Context<{ Bindings: HttpBindings }>;
