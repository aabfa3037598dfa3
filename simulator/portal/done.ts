/** What was just done, by the short word that travels in the address; never a text from outside. */
const SENTENCES: Record<string, string> = {
  approved: "The application is approved.",
  rejected: "The application is rejected.",
  cancelled: "The application is cancelled.",
  in_review: "The application is in review.",
  applied: "The decision is reverted; the application is open again.",
  task: "The task is changed, and the applications have followed.",
  expiry: "The date of the task is set.",
  edited: "The data are saved, as a new version.",
  raised: "The event is raised. The task it concerns is open again, and an approved application goes to review.",
  resolved: "The event is marked. A task that it opened stays open until somebody passes it.",
  status: "The status of the profile is set.",
  deleted: "The profile is deleted.",
  retried: "An attempt has been made; look again for its outcome.",
  on: "Webhooks are on.",
  off: "Webhooks are off, and what waited is dropped.",
  webhook: "The settings of the webhooks are saved.",
  ordered: "The fault is ordered.",
  cleared: "All ordered faults are taken back.",
  switched: "The switches are set.",
  moved: "Time has moved on; everything that fell due has happened.",
  limited: "The quota is set, and full.",
  reset: "Everything is empty.",
};

export function sentenceOfDone(word: string | undefined): string | undefined {
  return word !== undefined && Object.hasOwn(SENTENCES, word) ? SENTENCES[word] : undefined;
}
