import { nameOf } from "../actor.ts";
import type { Operation } from "./operation.ts";

/** The connection test; API contract §1.2. */
export const whoami: Operation = {
  name: "whoami",
  method: "GET",
  path: "/whoami",
  run: ({ account, actor }) => ({
    body: {
      auditee_name: nameOf(actor),
      institution: { ...account.institution, logo_url: null },
      user: null,
      region: "simulated",
    },
  }),
};
