import { differs, type Finding, failedBy, notTried, proved } from "../../finding.ts";
import { onePixelPng } from "../../made-up.ts";
import type { Trial } from "../trial.ts";

/** A file on a note on a task: the way evidence of the old system is brought along (API contract §5.3, §6). */
export async function storeTaskFile({ individualId, passfort, madeUp }: Trial): Promise<Finding> {
  if (!individualId) return notTried("No individual was created.");
  const tasks = await passfort.listTasks(individualId);
  if (!tasks.ok) return failedBy("The tasks could not be listed", tasks.failure);
  const present = tasks.value.find(({ isExpired }) => !isExpired);
  const added = present ? null : await passfort.addTask(individualId, "INDIVIDUAL_MANUAL_TASK");
  if (added && !added.ok) return failedBy("The profile has no task, and none could be added", added.failure);
  const task = present ?? added?.value;
  if (!task) return notTried("The profile has no task.");

  const uploaded = await passfort.uploadFile(individualId, { content: onePixelPng(), name: "causeway-smoke-test.png" });
  if (!uploaded.ok) return failedBy("The file was not taken", uploaded.failure);
  const { fileId } = uploaded.value;
  const text = `Causeway smoke test ${madeUp.word}`;
  const noted = await passfort.addNote(individualId, task.id, { text, fileIds: [fileId] });
  if (!noted.ok) return failedBy("The note with the file was not taken", noted.failure);
  const notes = await passfort.listNotes(individualId, task.id);
  if (!notes.ok) return failedBy("The notes could not be listed", notes.failure);
  const note = notes.value.find(({ id }) => id === noted.value.noteId);
  const where = added ? "a task that was added for it" : `the task ${task.type}`;
  if (!note) return differs(`A note was taken on ${where}, but it is not listed there.`);
  if (!note.fileIds.includes(fileId)) return differs(`The note stands on ${where}, but without its file.`);
  return proved(`The file hangs on a note on ${where}.`);
}
