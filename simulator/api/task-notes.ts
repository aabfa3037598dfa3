import { z } from "zod";
import { nameOf } from "../actor.ts";
import { dateTime } from "../clock.ts";
import { recordAudit } from "../profile/audit.ts";
import { parseBody } from "../validate/parse.ts";
import { uuid } from "../validate/scalars.ts";
import { type Answer, type Call, type Operation, profileIn, raise, taskIn } from "./operation.ts";
import { invalid } from "./refused.ts";

const PATH = "/profiles/:profile/tasks/:task/notes";

export const taskNoteOperations: Operation[] = [
  { name: "list_notes", method: "GET", path: PATH, run: (call) => ({ body: taskIn(call).notes }) },
  { name: "add_note", method: "POST", path: PATH, run: add },
  { name: "delete_note", method: "DELETE", path: `${PATH}/:note`, run: remove },
];

const noteRequest = z.looseObject({
  text: z.string().min(1, { error: "must not be empty" }),
  attachments: z.array(z.looseObject({ id: uuid })).optional(),
  author_name: z.string().optional(),
});

function add(call: Call): Answer {
  const { world, account, actor } = call;
  const profile = profileIn(call);
  const { text, attachments, author_name } = parseBody(noteRequest, call.body);
  const files = (attachments ?? []).map(({ id }, index) => {
    const file = profile.files.find((one) => one.id === id);
    if (!file && world.settings.foreignAttachments === "accept") return { id, name: "Untitled" };
    if (!file) throw invalid("The attachment is not a file of this profile.", `attachments.${index}.id`);
    return { id: file.id, name: file.name };
  });
  const note = {
    id: world.newId(),
    text,
    created_on: dateTime(world.clock.now()),
    author_name: author_name ?? nameOf(actor),
    author_name_customised: author_name !== undefined,
    author: { id: account.institution.id, name: nameOf(actor) },
    attachments: files,
  };
  taskIn(call).notes.push(note);
  recordAudit(world, profile, actor, "added-a-task-note", { note_id: note.id });
  world.changed();
  return { body: note };
}

function remove(call: Call): Answer {
  const task = taskIn(call);
  const note = task.notes.find((one) => one.id === call.params.note) ?? raise("The note");
  task.notes = task.notes.filter((one) => one !== note);
  recordAudit(call.world, profileIn(call), call.actor, "deleted-a-task-note", { note_id: note.id });
  call.world.changed();
  return { body: note };
}
