/** An application as Passfort has it. `status` is an open word: APPLIED, APPROVED, IN_REVIEW, REJECTED, CANCELLED or a new one. */
export type RemoteApplication = { id: string; status: string; productAlias: string | null };

export type RemoteTag = { id: string; name: string };

/** A profile as Passfort has it, in our words. `company` is how Passfort tells one company from another. */
export type RemoteProfile = {
  id: string;
  role: string | null;
  customerRef: string | null;
  displayName: string;
  applications: RemoteApplication[];
  tags: RemoteTag[];
  company: { country: string | null; number: string | null } | null;
};
