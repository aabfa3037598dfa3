export type ApplicationStatus = "APPLIED" | "APPROVED" | "IN_REVIEW" | "REJECTED" | "CANCELLED";

export type Application = {
  id: string;
  productId: string;
  status: ApplicationStatus;
  associatedRoles: string[];
  history: { status: ApplicationStatus; date: string; decisioner: string | null; comment: string | null }[];
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
