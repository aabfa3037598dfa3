import type pg from "pg";
import type { SourceLink } from "../domain/clean-family.ts";
import { recordIdSpanOf } from "../domain/record-id.ts";
import { copyText } from "./copy-text.ts";

export type WrittenLink = SourceLink;

/** Where the lines of `linkLine` go, for COPY. */
export const linkColumns = `"Link" ("recordId", "migrationId", "ownerId", "ownerReference", "associateReference", list, role, percentage, "appointedOn", "resignedOn")`;

/** One place in a company as a line of COPY. `id` is the record it was read with. */
export const linkLine = (
  record: { id: string; migrationId: string; ownerId: string | null },
  link: WrittenLink,
): string =>
  `${record.id}\t${record.migrationId}\t${copyText(record.ownerId)}\t${copyText(link.ownerReference)}\t${copyText(link.associateReference)}\t${copyText(link.list)}\t${copyText(link.role)}\t${link.percentage ?? "\\N"}\t${copyText(link.appointedOn)}\t${copyText(link.resignedOn)}\n`;

/** Every check writes the links of its file anew; nothing points at them. */
export async function deleteLinksOf(client: pg.PoolClient, fileNumber: number): Promise<void> {
  const { first, last } = recordIdSpanOf(fileNumber);
  await client.query(`delete from "Link" where "recordId" between $1 and $2`, [first, last]);
}
