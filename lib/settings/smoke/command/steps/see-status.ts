import { differs, type Finding, notTried, proved } from "../../finding.ts";
import type { Trial } from "../trial.ts";

/** 200 or 201: sources disagree (API contract §11 row 3). */
export async function seeStatus({ individualId, httpStatusOf }: Trial): Promise<Finding> {
  const status = httpStatusOf("create_profile");
  if (!individualId || status === undefined) return notTried("No individual was created.");
  return status === 200
    ? proved("Creating a profile is answered with 200.")
    : differs(`Creating a profile is answered with ${status}. The panel takes any 2xx.`);
}
