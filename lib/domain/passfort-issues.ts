import type { IssueEntry } from "./issue-entry.ts";

/** What Passfort said no to, brought back to the review. */
export const passfortIssues = {
  "passfort.refused": {
    severity: "error",
    title: "Passfort refused it",
    teaching:
      "It was sent, and Passfort did not take it. Nothing of it exists there; it is sent again once it is corrected.",
    template: "Passfort said: {message} ({code})",
    fix: "Correct the value that Passfort names; the client then leaves with a correction chunk. If the cause was the plan, change the plan and correct the client with the same value.",
  },
} as const satisfies Record<string, IssueEntry>;
