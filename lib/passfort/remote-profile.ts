/** An application as Passfort has it. `status` is an open word: APPLIED, APPROVED, IN_REVIEW, REJECTED, CANCELLED or a new one. */
export type RemoteApplication = {
  id: string;
  status: string;
  productAlias: string | null;
  /** The role that linking gave an associate's application (API contract §4.2). */
  associatedRole: string | null;
  /** What goes on inside: AUTOMATING, WAITING_ON_CHECKS and so on (API contract §5.1). */
  flag: string | null;
  /** What keeps it from approval: INCOMPLETE_TASK, UNRESOLVED_EVENT and so on. */
  blockers: string[];
};

export type RemoteTag = { id: string; name: string };

/**
 * A profile as Passfort has it, in our words. `company` is how Passfort tells one company from another. `linkedTo` are the
 * companies in whose lists it stands.
 */
export type RemoteProfile = {
  id: string;
  role: string | null;
  customerRef: string | null;
  displayName: string;
  applications: RemoteApplication[];
  tags: RemoteTag[];
  company: { country: string | null; number: string | null } | null;
  /** Of a person: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  dateOfBirth: string | null;
  hasAssociates: boolean | null;
  linkedTo: { profileId: string; roles: string[] }[];
};
