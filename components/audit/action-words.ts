import { excludeChosen, fixChosen, includeChosen, lookAtChosen } from "#lib/contracts/chosen-records.ts";
import {
  approveChunk,
  discardChunk,
  draftChunk,
  launchChunk,
  pauseChunk,
  refuseChunk,
  resumeChunk,
  retryFailed,
  setProcesses,
  stopChunk,
  submitChunk,
  takeBackChunk,
} from "#lib/contracts/chunks.ts";
import {
  addConnection,
  changeAddress,
  endFormerSecret,
  introduceKey,
  removeConnection,
  renameConnection,
  replaceKey,
  replaceWebhookSecret,
  testConnection,
} from "#lib/contracts/connections.ts";
import type { Contract } from "#lib/contracts/contract.ts";
import { settleByHand } from "#lib/contracts/deliveries.ts";
import {
  acceptDocuments,
  describeDocuments,
  takeBackDocument,
  uploadDocuments,
  withdrawDocuments,
} from "#lib/contracts/documents.ts";
import {
  decideMatches,
  startProfileSweep,
  stopProfileSweep,
  takeBackDecision,
} from "#lib/contracts/existing-profiles.ts";
import { changeFileKind, readFileAgain, uploadFile, withdrawFile } from "#lib/contracts/files.ts";
import { correctRecord, fixCause, listCauseValues, undoFix } from "#lib/contracts/fixes.ts";
import { leaveGaps, sendGaps, settleAssociate } from "#lib/contracts/gaps.ts";
import { acknowledgeCause, excludeRecords, includeRecords, undoExclusion } from "#lib/contracts/issues.ts";
import { pauseEverything } from "#lib/contracts/kill-switch.ts";
import { readColumnValues, saveMapping, tryMapping } from "#lib/contracts/mapping.ts";
import {
  bringBackSavedMapping,
  lookAtMappingFile,
  renameSavedMapping,
  retireSavedMapping,
  reuseMappingVersion,
  saveToLibrary,
  takeInMapping,
} from "#lib/contracts/mapping-library.ts";
import { createMigration } from "#lib/contracts/migrations.ts";
import { addPerson, setUp } from "#lib/contracts/people.ts";
import { savePlan } from "#lib/contracts/plan.ts";
import { revealRecord } from "#lib/contracts/records.ts";
import { applyReturn, putReturnAway, takeInReturn } from "#lib/contracts/returns.ts";
import { startSmokeRun } from "#lib/contracts/smoke-runs.ts";
import { revealStructure } from "#lib/contracts/structure.ts";
import type { Refusal } from "#lib/domain/refusal.ts";

/** The server keeps an act as method and path of its contract; these are the words people read. */
const wordsByContract: readonly (readonly [Contract, string])[] = [
  [createMigration, "Start a migration"],
  [uploadFile, "Upload a file"],
  [withdrawFile, "Withdraw a file"],
  [readFileAgain, "Read a file again in another form"],
  [changeFileKind, "Say what the rows of a file are"],
  [uploadDocuments, "Upload documents"],
  [withdrawDocuments, "Withdraw documents"],
  [acceptDocuments, "Accept whose documents are"],
  [takeBackDocument, "Take back whose a document is"],
  [describeDocuments, "Correct what documents are"],
  [saveMapping, "Save a mapping"],
  [tryMapping, "Look at a row on the bench"],
  [reuseMappingVersion, "Use an earlier version of a mapping again"],
  [saveToLibrary, "Save a mapping to the library"],
  [lookAtMappingFile, "Look at a mapping file before taking it in"],
  [takeInMapping, "Take a mapping file into the library"],
  [renameSavedMapping, "Rename a mapping of the library"],
  [retireSavedMapping, "Retire a mapping of the library"],
  [bringBackSavedMapping, "Bring a retired mapping back"],
  [readColumnValues, "Look at the values of a column"],
  [correctRecord, "Correct a client"],
  [listCauseValues, "Look at the values of a cause"],
  [fixCause, "Correct all clients of a cause"],
  [undoFix, "Take a correction back"],
  [takeInReturn, "Return a corrected problem sheet"],
  [applyReturn, "Apply a returned problem sheet"],
  [putReturnAway, "Put a returned problem sheet away"],
  [acknowledgeCause, "Acknowledge warnings"],
  [excludeRecords, "Exclude records"],
  [includeRecords, "Take records back in"],
  [undoExclusion, "Take back what was excluded at once"],
  [lookAtChosen, "Look at chosen records"],
  [fixChosen, "Change chosen records"],
  [excludeChosen, "Exclude chosen records"],
  [includeChosen, "Take chosen records back in"],
  [savePlan, "Save the plan"],
  [startProfileSweep, "Look through the existing profiles"],
  [stopProfileSweep, "Stop looking through the existing profiles"],
  [decideMatches, "Decide whose existing profiles are"],
  [takeBackDecision, "Take back whose an existing profile is"],
  [draftChunk, "Draft a chunk"],
  [discardChunk, "Discard a chunk"],
  [submitChunk, "Submit a chunk for approval"],
  [takeBackChunk, "Take a chunk back"],
  [approveChunk, "Approve a chunk"],
  [refuseChunk, "Refuse a chunk"],
  [launchChunk, "Launch a chunk"],
  [pauseChunk, "Pause a chunk"],
  [resumeChunk, "Resume a chunk"],
  [stopChunk, "Stop a chunk"],
  [retryFailed, "Send failed clients again"],
  [sendGaps, "Send gaps of created clients again"],
  [leaveGaps, "Leave what Passfort holds as it is"],
  [settleAssociate, "Say which profile an associate is"],
  [setProcesses, "Change the processes of a chunk"],
  [settleByHand, "Settle an uncertain client by hand"],
  [pauseEverything, "Pause everything"],
  [revealRecord, "Reveal personal data"],
  [revealStructure, "Show the names of a structure"],
  [addConnection, "Add a connection"],
  [testConnection, "Test a connection"],
  [introduceKey, "Look whose a key is"],
  [renameConnection, "Rename a connection"],
  [changeAddress, "Change the address of a connection"],
  [replaceKey, "Replace an API key"],
  [replaceWebhookSecret, "Replace a webhook secret"],
  [endFormerSecret, "End a former webhook secret"],
  [removeConnection, "Remove a connection"],
  [startSmokeRun, "Start a smoke run"],
  [addPerson, "Add a person"],
  [setUp, "Set up the panel"],
];

/** Downloads have no contract: their answer is a file. */
const wordsOfDownloads: readonly (readonly [action: string, words: string])[] = [
  ["GET /api/mapping-library/:savedMappingId/versions/:version/mapping.json", "Download a mapping of the library"],
  ["GET /api/documents/:documentId/content", "Look at a document"],
  ["GET /api/migrations/:migrationId/documents.xlsx", "Download a list of documents"],
  ["GET /api/files/:fileId/problem-sheet/:format", "Download a problem sheet (personal data)"],
];

const wordsByAction: ReadonlyMap<string, string> = new Map([
  ...wordsByContract.map(([{ method, path }, words]) => [`${method} ${path}`, words] as const),
  ...wordsOfDownloads,
]);

/** An act in words; one without words shows as it is kept. */
export const actionWords = (action: string): string => wordsByAction.get(action) ?? action;

const outcomeLooks: Record<"done" | Refusal["kind"], { label: string; colour: string }> = {
  done: { label: "Done", colour: "green" },
  not_permitted: { label: "Not permitted", colour: "red" },
  not_now: { label: "Not possible then", colour: "yellow" },
  not_met: { label: "Condition not met", colour: "yellow" },
  changed_meanwhile: { label: "Somebody was faster", colour: "yellow" },
  not_found: { label: "Not found", colour: "gray" },
  invalid_input: { label: "Not understood", colour: "gray" },
};

export function outcomeLook(outcome: string): { label: string; colour: string } {
  const known: Partial<Record<string, { label: string; colour: string }>> = outcomeLooks;
  return known[outcome] ?? { label: outcome, colour: "gray" };
}
