import { type StatusOf, stateMachine } from "./state-machine.ts";

export const sourceFileMachine = stateMachine({
  name: "source file",
  statuses: ["uploaded", "parsing", "parsed", "unreadable", "withdrawn"],
  initial: "uploaded",
  edges: [
    { from: "uploaded", to: "parsing", when: "A worker begins to read the stored bytes." },
    { from: "parsing", to: "parsing", when: "A worker died while reading; another begins again from the first byte." },
    { from: "parsing", to: "parsed", when: "Every row is stored verbatim and counted." },
    { from: "parsing", to: "unreadable", when: "The bytes are not a table we can read; the reason is kept." },
    { from: "parsed", to: "uploaded", when: "A person chose another form; the stored bytes are read again." },
    { from: "unreadable", to: "uploaded", when: "A person chose a form; the stored bytes are read again." },
    { from: "uploaded", to: "withdrawn", when: "A person takes the file out of the migration." },
    { from: "parsing", to: "withdrawn", when: "A person takes the file out while it is being read." },
    { from: "parsed", to: "withdrawn", when: "A person takes the file out of the migration." },
    { from: "unreadable", to: "withdrawn", when: "A person clears away a file that could not be read." },
  ],
});
export type SourceFileStatus = StatusOf<typeof sourceFileMachine>;
