import { z } from "zod";
import { roles } from "../domain/person.ts";
import { contract, instant } from "./contract.ts";

const person = z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(roles) });

/** Who is signed in, and what the panel needs to know at its first screen. `person` null: nobody. */
export const readMe = contract({
  method: "GET",
  path: "/api/me",
  needs: "anyone",
  reply: z.object({
    person: person.nullable(),
    setUpNeeded: z.boolean(),
    demoPeople: z.array(z.object({ name: z.string(), email: z.string(), role: z.enum(roles) })),
    demoPassword: z.string().nullable(),
  }),
});

const newPerson = z.object({
  name: z.string().trim().min(1).max(100),
  email: z.email(),
  password: z.string().min(12, "At least 12 characters").max(200),
});

/** The first admin, once, while there are no people. */
export const setUp = contract({
  method: "POST",
  path: "/api/set-up",
  needs: "anyone",
  /** `code` is printed where the panel was started. */
  body: newPerson.extend({ code: z.string().min(1, "The code is missing").max(40) }),
  reply: z.object({ personId: z.string() }),
});

export const listPeople = contract({
  method: "GET",
  path: "/api/people",
  needs: "look",
  reply: z.object({ people: z.array(person.extend({ createdAt: instant })) }),
});
export const addPerson = contract({
  method: "POST",
  path: "/api/people",
  needs: "settle_in",
  body: newPerson.extend({ role: z.enum(roles) }),
  reply: z.object({ personId: z.string() }),
});

export const listAudit = contract({
  method: "GET",
  path: "/api/audit",
  needs: "audit",
  query: z.object({ before: z.string().optional() }),
  reply: z.object({
    entries: z.array(
      z.object({
        id: z.string(),
        at: instant,
        byName: z.string(),
        action: z.string(),
        subjectId: z.string().nullable(),
        outcome: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
