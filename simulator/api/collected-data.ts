import { recordAudit } from "../profile/audit.ts";
import { editData } from "../profile/edit-data.ts";
import { etagOf } from "../profile/etag.ts";
import { showData } from "../profile/show-data.ts";
import { replaceData } from "../profile/store-data.ts";
import { document } from "../validate/document.ts";
import { parseBody } from "../validate/parse.ts";
import { type Answer, type Call, type Operation, profileIn } from "./operation.ts";

const PATH = "/profiles/:profile/collected_data";

export const collectedDataOperations: Operation[] = [
  { name: "get_collected_data", method: "GET", path: PATH, run: (call) => current(call, 200) },
  { name: "replace_collected_data", method: "POST", path: PATH, limit: "replaceCollectedData", run: replace },
  { name: "add_document", method: "POST", path: `${PATH}/documents`, run: addDocument },
];

/** With `If-Match` only the newest version may be replaced; without it the last writer wins (API contract §9). */
function replace(call: Call): Answer {
  const outcome = editData(call.world, call.account, profileIn(call), call.body, call.actor, call.header("If-Match"));
  return current(call, outcome === "stored" ? 200 : 412);
}

function current(call: Call, status: number): Answer {
  const profile = profileIn(call);
  return { status, headers: { Etag: etagOf(profile) }, body: showData(call.world, call.account, profile) };
}

/** The second of the two calls of a document; it lives inside collected data, so the ETag moves (§6). */
function addDocument(call: Call): Answer {
  const profile = profileIn(call);
  const added = { ...parseBody(document, call.body), id: call.world.newId() };
  const documents = [...(profile.collectedData.documents ?? []), added];
  replaceData(call.world, call.account, profile, { ...profile.collectedData, documents }, call.actor);
  recordAudit(call.world, profile, call.actor, "uploaded-a-document", { document_id: added.id });
  return { body: added };
}
