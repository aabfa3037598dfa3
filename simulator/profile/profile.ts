import type { Application } from "../application/application.ts";
import type { CollectedData } from "../validate/collected-data.ts";
import type { AuditAction } from "./audit-actions.ts";
import type { CollectionStep } from "./collection-step.ts";
import type { MonitoringEvent } from "./monitoring-event.ts";

export type Role = "INDIVIDUAL_CUSTOMER" | "COMPANY_CUSTOMER" | "INDIVIDUAL_ASSOCIATED" | "COMPANY_ASSOCIATED";

export type TaskState = "INCOMPLETE" | "COMPLETED_PASS" | "COMPLETED_FAIL";

export type Note = {
  id: string;
  text: string;
  created_on: string;
  author_name: string;
  author_name_customised: boolean;
  author: { id: string; name: string } | null;
  attachments: { id: string; name: string }[];
};

export type Task = {
  id: string;
  type: string;
  variantId: string;
  state: TaskState;
  creationDate: string;
  isExpired: boolean;
  /** Added by hand, not by a product; counts for every open application. */
  isExtra: boolean;
  checkIds: string[];
  notes: Note[];
  /** When it runs out by the account's policy (ms); set when it passes. */
  defaultExpiryAt?: number;
  customExpiry?: { expiry_at: string; reason_categories: string[]; reason_description: string };
  /** The newer version of this task, once there is one. */
  renewedById?: string;
  /** The older version that this one waits for: it counts for nothing before that one has run out. */
  waitsForId?: string;
};

export type Upload = { id: string; byteSize: number; sha256: string; mediaType: string; uploadDate: string };
export type FileUpload = Upload & { name: string };
export type ImageUpload = Upload & { imageType: string; documentType?: string; documentCategory?: string };

export type Check = {
  id: string;
  checkType: string;
  /** Variant that the caller asked for. */
  variantId?: string;
  state: "PENDING" | "RUNNING" | "COMPLETE";
  performedOn: string | null;
  result?: string;
  taskIds: string[];
  inputData: CollectedData;
  /** What else the order said: `document_id`, `source`, `reference`, `form_id`, `source_id`, … */
  details?: Record<string, unknown>;
  /** The check that a person approved or rejected; a check itself never changes. */
  decidedFrom?: string;
};

export type AuditItem = {
  id: string;
  action: AuditAction;
  date: string;
  /** Unix seconds. */
  timestamp: number;
  auditee: string;
  user: { id: string; name: string; email: string } | null;
  apikey: { name: string } | null;
  detail: Record<string, unknown>;
};

/** What the search index holds of a profile since `at` (ms); the index shows it only after its delay. */
export type IndexEntry = { at: number; displayName: string; tags: string[] };

/** One profile as the simulator keeps it; every part is plain JSON, so that a snapshot is one line of it. */
export type Profile = {
  id: string;
  role: Role;
  status: "NORMAL" | "SUSPENDED" | "BANNED";
  createdAt: number;
  modifiedAt: number;
  collectedData: CollectedData;
  /** Milliseconds that the current ETag is made of; grows with every write. */
  version: number;
  applications: Application[];
  tasks: Task[];
  tags: string[];
  checks: Check[];
  files: FileUpload[];
  images: ImageUpload[];
  events: MonitoringEvent[];
  /** Data that is asked for and missing; while there are any, checks wait. */
  collectionSteps: CollectionStep[];
  audit: AuditItem[];
  /** The companies that list this associate now, all under one root. */
  linkedTo: string[];
  /** The company at the top, once linked. It stays after unlinking: an associate can never move (API contract §4.1). */
  rootId: string | null;
  index: IndexEntry[];
};

export function isAssociate(profile: Profile): boolean {
  return profile.role.endsWith("_ASSOCIATED");
}

export function customerRefOf(profile: Profile): string | null {
  const { customer_ref, customer_reference } = profile.collectedData;
  if (typeof customer_ref === "string") return customer_ref;
  return typeof customer_reference === "string" ? customer_reference : null;
}
