import type { RecordRole } from "#lib/domain/record-role.ts";

/** What a record is, for one and for many. */
export const roleWords: Record<RecordRole, { one: string; many: string }> = {
  client: { one: "client", many: "clients" },
  associate: { one: "associate", many: "associates" },
  link: { one: "link", many: "links" },
  document: { one: "document", many: "documents" },
};

/** `1 client`, `1,204 associates`. */
export const countOfRole = (n: number, role: RecordRole): string =>
  `${n.toLocaleString("en-GB")} ${n === 1 ? roleWords[role].one : roleWords[role].many}`;
