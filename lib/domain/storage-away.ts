/**
 * The place where files lie cannot be used now: it does not answer, or refuses. Nothing is wrong with the file, so the same work is worth
 * another try once an administrator has put it right. The message is a sentence for people; it names the place and never what lies there.
 */
export class StorageAway extends Error {
  readonly code: string;
  constructor(sentence: string, code: string) {
    super(sentence);
    this.name = "StorageAway";
    this.code = code;
  }
}
