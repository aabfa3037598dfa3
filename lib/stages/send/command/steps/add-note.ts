import type { CallResult } from "../../../../domain/failure.ts";
import type { RemoteNote } from "../../../../passfort/remote-task.ts";
import { evidenceNote } from "../../steps-of.ts";
import { type Passage, profileOf, resultOf } from "../passage.ts";
import type { Seen, StepDoer } from "../step-doer.ts";
import { lookTwice, unanswered } from "./look-twice.ts";
import { noSuchTask, tasksOfType } from "./open-tasks.ts";

/** A note on one of the client's tasks that names the legacy evidence, with its evidence files attached (API contract §5.3). */
export const addNote: StepDoer = {
  async call(passage, step) {
    const tasks = await tasksOfType(passage, step.subject);
    if (!tasks.ok) return tasks;
    const [task] = tasks.value;
    if (!task)
      return { ok: true, durationMs: tasks.durationMs, value: { resultId: "", gap: noSuchTask(step.subject) } };
    const call = await passage.passfort.addNote(profileOf(passage), task.id, noteOf(passage));
    const durationMs = tasks.durationMs + call.durationMs;
    return call.ok ? { ...call, durationMs, value: { resultId: call.value.noteId } } : { ...call, durationMs };
  },

  lookUp: (passage, step, looking) =>
    lookTwice(looking, async (): Promise<Seen> => {
      const notes = await notesOf(passage, step.subject);
      if (!notes.ok) return unanswered(notes.failure);
      const { text, fileIds } = noteOf(passage);
      const found = notes.value.find((note) => note.text === text && fileIds.every((id) => note.fileIds.includes(id)));
      return found ? { word: "there", result: { resultId: found.id } } : { word: "not_there" };
    }),
};

/** Files that could not be uploaded are gaps of their own; the note goes with those that were. */
const noteOf = (passage: Passage) => ({
  text: evidenceNote(passage.settings.compliance.note, passage.entity.note),
  fileIds: passage.steps.flatMap(({ kind, subject }) => {
    const id = kind === "upload_file" ? resultOf(passage, kind, subject) : null;
    return id === null ? [] : [id];
  }),
});

async function notesOf(passage: Passage, type: string): Promise<CallResult<RemoteNote[]>> {
  const tasks = await tasksOfType(passage, type);
  if (!tasks.ok) return tasks;
  const [task] = tasks.value;
  if (!task) return { ok: true, value: [], durationMs: tasks.durationMs };
  return passage.passfort.listNotes(profileOf(passage), task.id);
}
