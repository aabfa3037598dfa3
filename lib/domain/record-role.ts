import type { FileKind } from "./file-kind.ts";

/**
 * What a record is: a client of the firm, an associate of a company, or the row of a links file or of a documents manifest, which is nobody
 * by itself but has issues and can be left out like the others.
 */
export const recordRoles = ["client", "associate", "link", "document"] as const;
export type RecordRole = (typeof recordRoles)[number];

/** What the row itself is in a file of this kind; the numbered groups of a wide row are always associates. */
export const roleByFileKind: Record<FileKind, RecordRole> = {
  clients: "client",
  mixed: "client",
  associates: "associate",
  links: "link",
  documents: "document",
};

/** Is the record somebody, with a type and a name? */
export const isEntity = (role: RecordRole): role is "client" | "associate" => role === "client" || role === "associate";
