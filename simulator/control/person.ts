import { z } from "zod";
import type { Actor } from "../actor.ts";
import { stableId } from "../stable-id.ts";

/** Whoever uses the portal, unless another name is given; webhooks and the audit log say this name. */
export const PORTAL_PERSON = "Portal Person";

/** `user` in the body of a side-door call that plays a person. */
export const userSchema = z.looseObject({ name: z.string().min(1) }).default({ name: PORTAL_PERSON });

export function personNamed(name: string): Actor {
  const mailbox = name.toLowerCase().replace(/[^a-z0-9]+/g, ".");
  return { kind: "person", id: stableId("person", name), name, email: `${mailbox}@portal.example` };
}
