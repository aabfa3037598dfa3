import type { StepKind } from "../../../domain/delivery.ts";
import type { StepDoer } from "./step-doer.ts";
import { addDocument } from "./steps/add-document.ts";
import { addNote } from "./steps/add-note.ts";
import { addTag } from "./steps/add-tag.ts";
import { approve } from "./steps/approve.ts";
import { awaitCheck } from "./steps/await-check.ts";
import { completeTask } from "./steps/complete-task.ts";
import { createAssociate } from "./steps/create-associate.ts";
import { createProfile } from "./steps/create-profile.ts";
import { linkAssociates } from "./steps/link-associates.ts";
import { readBack } from "./steps/read-back.ts";
import { runCheck } from "./steps/run-check.ts";
import { uploadFile } from "./steps/upload-file.ts";
import { uploadImage } from "./steps/upload-image.ts";

/** Which doer brings about which kind of step. */
export const stepDoers: Record<StepKind, StepDoer> = {
  create_profile: createProfile,
  add_tag: addTag,
  create_associate: createAssociate,
  link_associates: linkAssociates,
  upload_file: uploadFile,
  upload_image: uploadImage,
  add_document: addDocument,
  add_note: addNote,
  complete_task: completeTask,
  run_check: runCheck,
  await_check: awaitCheck,
  approve,
  read_back: readBack,
};
