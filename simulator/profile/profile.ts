import type { Application } from "../application/application.ts";
import type { CollectedData } from "../validate/collected-data.ts";

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
  customExpiry?: { expiry_at: string; reason_categories: string[]; reason_description: string };
};

export type Upload = { id: string; byteSize: number; sha256: string; mediaType: string; uploadDate: string };
export type FileUpload = Upload & { name: string };
export type ImageUpload = Upload & { imageType: string; documentType?: string; documentCategory?: string };

export type Check = {
  id: string;
  checkType: string;
  state: "PENDING" | "RUNNING" | "COMPLETE";
  performedOn: string | null;
  result?: string;
  taskIds: string[];
  inputData: CollectedData;
};

export type AuditItem = { id: string; action: string; date: string; auditee: string; detail: Record<string, unknown> };

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
  audit: AuditItem[];
  /** The company that lists this associate now. */
  linkedTo: string | null;
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
