/**
 * Thrown when a command cannot go on and a person has to do something.
 * The message is the sentence they read: what, where, why, how to put it right. It is printed without a stack.
 */
export class Halt extends Error {
  /** @param {string} sentence @param {{ tail?: string, cause?: unknown }} [more] tail: last lines of a log, printed beneath */
  constructor(sentence, more = {}) {
    super(sentence, { cause: more.cause });
    this.name = "Halt";
    this.tail = more.tail ?? "";
  }
}
