import type { SmokeStepKind } from "../../../domain/smoke-step.ts";
import type { Finding } from "../finding.ts";
import { addSmokeTag } from "./steps/add-smoke-tag.ts";
import { createAssociate } from "./steps/create-associate.ts";
import { createCompany } from "./steps/create-company.ts";
import { createFreeform } from "./steps/create-freeform.ts";
import { createIndividual } from "./steps/create-individual.ts";
import { introduce } from "./steps/introduce.ts";
import { linkAssociate } from "./steps/link-associate.ts";
import { rejectApplications } from "./steps/reject-applications.ts";
import { replaceData } from "./steps/replace-data.ts";
import { searchReference } from "./steps/search-reference.ts";
import { searchTag } from "./steps/search-tag.ts";
import { seeStatus } from "./steps/see-status.ts";
import { seeStructured } from "./steps/see-structured.ts";
import { storeDocument } from "./steps/store-document.ts";
import { storeTaskFile } from "./steps/store-task-file.ts";
import { waitForWebhook } from "./steps/wait-for-webhook.ts";
import { writeOutdated } from "./steps/write-outdated.ts";
import type { Trial } from "./trial.ts";

/** Who does which step; a table, so that a new step does not compile until somebody does it. */
export const stepDoers: Record<SmokeStepKind, (trial: Trial) => Promise<Finding>> = {
  whoami: introduce,
  create_individual: createIndividual,
  success_status: seeStatus,
  structured_address: seeStructured,
  freeform_address: createFreeform,
  replace_data: replaceData,
  stale_etag: writeOutdated,
  add_tag: addSmokeTag,
  tag_search: searchTag,
  reference_search: searchReference,
  task_file: storeTaskFile,
  document: storeDocument,
  create_company: createCompany,
  associate_auto_apply: createAssociate,
  link_associate: linkAssociate,
  reject_applications: rejectApplications,
  webhook: waitForWebhook,
};
