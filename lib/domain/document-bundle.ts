import { type StatusOf, stateMachine } from "./state-machine.ts";

/** One upload of documents: an archive of many, or a loose file. */
export const documentBundleMachine = stateMachine({
  name: "document bundle",
  statuses: ["uploaded", "unpacking", "unpacked", "unreadable", "withdrawn"],
  initial: "uploaded",
  edges: [
    { from: "uploaded", to: "unpacking", when: "A worker begins to take the files out." },
    {
      from: "unpacking",
      to: "unpacking",
      when: "A worker died in the middle; another goes on after the last whole file.",
    },
    { from: "unpacking", to: "unpacked", when: "Every file was looked at; what is taken lies sealed in the storage." },
    { from: "unpacking", to: "unreadable", when: "The archive cannot be taken as a whole; the reason is kept." },
    { from: "uploaded", to: "withdrawn", when: "A person takes the documents out of the migration." },
    { from: "unpacking", to: "withdrawn", when: "A person stops the unpacking; what was taken out goes, too." },
    { from: "unpacked", to: "withdrawn", when: "A person takes the documents out of the migration." },
    { from: "unreadable", to: "withdrawn", when: "A person clears away an archive that could not be taken." },
  ],
});
export type DocumentBundleStatus = StatusOf<typeof documentBundleMachine>;
