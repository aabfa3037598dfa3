import type { Operation } from "./operation.ts";

/** The connection test; API contract §1.2. */
export const whoami: Operation = {
  name: "whoami",
  method: "GET",
  path: "/whoami",
  run: ({ account }) => ({
    body: {
      auditee_name: account.keyName,
      institution: { ...account.institution, logo_url: null },
      user: null,
      region: "simulated",
    },
  }),
};
