/**
 * A check of a profile (API contract §5.4). `state` is PENDING, RUNNING, COMPLETE or a new word; `result` is there once it
 * is complete. `errors` are troubles of the provider, a normal part of a check; their words are redacted.
 */
export type RemoteCheck = {
  id: string;
  type: string;
  state: string;
  result: string | null;
  errors: { code: string; message: string }[];
  taskIds: string[];
};
