/** One line of a profile's audit trail in Passfort: evidence for reconciling. `action` is an open word. */
export type RemoteAuditItem = {
  id: string | null;
  action: string;
  /** ISO 8601, UTC. */
  happenedAt: string | null;
  /** The person or the key that did it. */
  by: string | null;
};
