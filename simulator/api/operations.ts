import { addressOperations } from "./addresses.ts";
import { applicationOperations } from "./applications.ts";
import { auditOperations } from "./audit.ts";
import { checkOperations } from "./checks.ts";
import { collectKeyOperations } from "./collect-keys.ts";
import { collectedDataOperations } from "./collected-data.ts";
import { collectionStepOperations } from "./collection-steps.ts";
import { eventOperations } from "./events.ts";
import type { Operation } from "./operation.ts";
import { profileStatusOperations } from "./profile-status.ts";
import { profileOperations } from "./profiles.ts";
import { searchCompanies } from "./search-companies.ts";
import { tagOperations } from "./tags.ts";
import { taskNoteOperations } from "./task-notes.ts";
import { taskOperations } from "./tasks.ts";
import { uploadOperations } from "./uploads.ts";
import { whoami } from "./whoami.ts";

/** Every operation of the public side. What Passfort does not have (bulk, delete, product list) is not here either. */
export const OPERATIONS: readonly Operation[] = [
  whoami,
  ...profileOperations,
  ...collectedDataOperations,
  ...applicationOperations,
  ...taskOperations,
  ...taskNoteOperations,
  ...checkOperations,
  ...uploadOperations,
  ...tagOperations,
  ...eventOperations,
  ...collectionStepOperations,
  ...profileStatusOperations,
  ...auditOperations,
  ...collectKeyOperations,
  ...addressOperations,
  searchCompanies,
];
