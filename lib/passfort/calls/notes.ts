import type { CallResult } from "../../domain/failure.ts";
import { type Caller, makeCall, mapped, pathOf } from "../call.ts";
import { remoteNoteOf } from "../from-wire.ts";
import type { RemoteNote } from "../remote-task.ts";
import { unsendable } from "../unsendable.ts";
import { noteAnswer, noteRequest, notesAnswer } from "../wire/task.ts";

export type NoteCalls = {
  listNotes(profileId: string, taskId: string): Promise<CallResult<RemoteNote[]>>;
  /** Adds a note; its files must have been uploaded to the same profile. Not repeatable: list the notes first (API contract §5.2). */
  addNote(
    profileId: string,
    taskId: string,
    note: { text: string; fileIds?: readonly string[]; authorName?: string },
  ): Promise<CallResult<{ noteId: string }>>;
};

export function noteCalls(caller: Caller): NoteCalls {
  const pathTo = (profileId: string, taskId: string) => pathOf("profiles", profileId, "tasks", taskId, "notes");

  return {
    async listNotes(profileId, taskId) {
      const answer = await makeCall(caller, {
        name: "list_notes",
        effect: "read",
        method: "GET",
        path: pathTo(profileId, taskId),
        answer: notesAnswer,
        profileId,
        subjectId: taskId,
      });
      return mapped(answer, (list) => list.map(remoteNoteOf));
    },

    async addNote(profileId, taskId, { text, fileIds = [], authorName }) {
      const request = noteRequest.safeParse({
        text,
        ...(fileIds.length > 0 ? { attachments: fileIds.map((id) => ({ id })) } : {}),
        ...(authorName === undefined ? {} : { author_name: authorName }),
      });
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "add_note",
        effect: "write",
        method: "POST",
        path: pathTo(profileId, taskId),
        body: request.data,
        sent: { text, authorName },
        answer: noteAnswer,
        profileId,
        subjectId: taskId,
      });
      return mapped(answer, ({ id }) => ({ noteId: id }));
    },
  };
}
