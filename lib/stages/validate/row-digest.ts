import { createHash } from "node:crypto";

/** A short digest of a row as it was downloaded, so that its return is compared with nothing else. Of one sheet alone: ids of another panel do not fit. */
export const rowDigest = (sheetId: string, rowNumber: number, cells: readonly string[]): string =>
  createHash("sha256")
    .update(JSON.stringify([sheetId, rowNumber, cells]))
    .digest("hex")
    .slice(0, 10);
