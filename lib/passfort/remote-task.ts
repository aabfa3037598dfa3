export const taskStates = ["INCOMPLETE", "COMPLETED_PASS", "COMPLETED_FAIL"] as const;
export type TaskState = (typeof taskStates)[number];

/**
 * A task of a profile (API contract §5.2). `type` and `state` are open words. `variantId` is what links name;
 * of several with one variant the one that is not expired counts.
 */
export type RemoteTask = {
  id: string;
  type: string;
  variantId: string | null;
  variantAlias: string | null;
  state: string;
  isExpired: boolean;
  isComplete: boolean;
  /** `YYYY-MM-DD HH:MM:SS`, when a person or we set one. */
  customExpiryAt: string | null;
};

export const expiryReasons = ["DOCUMENT_EXPIRY", "APPLICATION_ANNIVERSARY", "OTHER"] as const;
export type ExpiryReason = (typeof expiryReasons)[number];

/** A note on a task. `text` is free text and may name people: show it, do not log it. */
export type RemoteNote = {
  id: string;
  text: string;
  authorName: string | null;
  createdOn: string | null;
  fileIds: string[];
};
