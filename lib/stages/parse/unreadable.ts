/** The bytes are not a table we can read. `message` is the sentence for the person: what it seems to be, and what to do. */
export class Unreadable extends Error {}
