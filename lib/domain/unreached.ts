/** The code of a call that did not leave because its document could not be read from where files lie. */
export const storageAwayCode = "storage_away";

/** What a call that did not get through did not reach. */
export const wasNotReached = (code: string | null | undefined): string =>
  code === storageAwayCode ? "The storage of files was not reached" : "Passfort was not reached";
