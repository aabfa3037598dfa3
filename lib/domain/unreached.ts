/** The code of a call that did not leave because its document could not be read from where files lie. */
export const storageAwayCode = "storage_away";

/** What a call that did not get through did not reach. */
export const unreached = (code: string | undefined): "Passfort" | "the storage of files" =>
  code === storageAwayCode ? "the storage of files" : "Passfort";

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** `Passfort was not reached`, or what else was not. */
export const wasNotReached = (code: string | undefined): string => `${capital(unreached(code))} was not reached`;
