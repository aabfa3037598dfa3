/** Stated limits of a readable table; a file beyond one is refused whole, never cut. */
export const columnsMax = 2000;
export const cellCharactersMax = 1_000_000;
/** A record longer than this is nearly always a quote that is never closed, swallowing the rest of the file. */
export const recordBytesMax = 16 * 1024 * 1024;
