/** Stated limits of a readable table; a file beyond one is refused whole, never cut. */
export const columnsMax = 2000;
export const cellCharactersMax = 1_000_000;
/** A record longer than this is nearly always a quote that is never closed, swallowing the rest of the file. */
export const recordCharactersMax = 16 * 1024 * 1024;
export const rowsMax = 10_000_000;
/** Objects in objects of a JSON record. */
export const nestingMax = 100;
/** A packed file may grow this many times its size; the first bytes are free, because little text repeats a lot. */
export const unpackRatioMax = 250;
export const unpackedBytesFree = 100 * 1000 * 1000;
/** Text that a workbook keeps in one place for all its cells is held in memory. */
export const sharedTextCharactersMax = 400_000_000;
export const archiveEntriesMax = 10_000;
export const unpackedWorkbookBytesMax = 100 * 1000 * 1000;
/** An archive of documents, by its directory. */
export const documentEntriesMax = 100_000;
export const documentsBytesMax = 20_000_000_000;
export const unpackedEntryBytesFree = 10 * 1000 * 1000;
