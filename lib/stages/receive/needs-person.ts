/** The event by which Passfort says that it waits for a person (API contract §8.1). */
export const manualActionEvent = "MANUAL_ACTION_REQUIRED";

/**
 * Does Passfort wait for a person on this application? Decided from its present status and from what was ever said about
 * it, never from the order in which it was said: webhooks may come in any order, any number of times.
 */
export function needsPerson(applicationStatus: string | null, everAskedForPerson: boolean): boolean {
  if (applicationStatus === "IN_REVIEW") return true;
  return applicationStatus === "APPLIED" && everAskedForPerson;
}
