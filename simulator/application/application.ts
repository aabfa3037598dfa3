export type ApplicationStatus = "APPLIED" | "APPROVED" | "IN_REVIEW" | "REJECTED" | "CANCELLED";

/** `decisioner` is the name of a key or a person, null for the policy; `user` the person. */
export type StatusChange = {
  status: ApplicationStatus;
  date: string;
  decisioner: string | null;
  comment: string | null;
  user?: { id: string; name: string; email: string };
};

export type Application = {
  id: string;
  productId: string;
  status: ApplicationStatus;
  associatedRoles: string[];
  history: StatusChange[];
  flagHistory: { status: ApplicationStatus; flag: string; date: string }[];
  hidden: boolean;
  /** Set while the automatic part runs: when it ends (ms). */
  automatingUntil?: number;
};

/** API contract §5.1. REJECTED and CANCELLED are final but for revert. */
export const TRANSITIONS: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  APPLIED: ["APPROVED", "REJECTED"],
  APPROVED: ["IN_REVIEW", "CANCELLED"],
  IN_REVIEW: ["APPROVED", "CANCELLED"],
  REJECTED: [],
  CANCELLED: [],
};

export function isOpen(application: Application): boolean {
  return !application.hidden && application.status !== "REJECTED" && application.status !== "CANCELLED";
}
