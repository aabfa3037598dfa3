import { recordIdOf } from "../domain/record-id.ts";
import type { CheckedFile, WrittenIssue, WrittenRecord } from "./check-lines.ts";
import type { Tx } from "./client.ts";
import { documentsSpeakOf } from "./documents-speak-of.ts";
import { executeOn } from "./execute.ts";
import { Prisma } from "./generated/client.ts";
import { heldSql } from "./held.ts";
import { refreshDocuments } from "./refresh-documents.ts";
import { refreshDuplicates } from "./refresh-duplicates.ts";
import { refreshLinks, standInFamilies } from "./refresh-links.ts";
import { replaceIssues } from "./replace-issues.ts";

const held = Prisma.raw(heldSql("r"));

export type ReplacedRecord = { record: WrittenRecord; issues: readonly WrittenIssue[] };

type Given = { id: string } & ReplacedRecord;
/** What was found while records were written, for those that compare records. */
type Touched = {
  /** Whose reference or identity is another one, and who shared something with them before. */
  changed: string[];
  doubles: string[];
  inFamilies: boolean;
  /** References that came, went or stayed, and whether a row of a manifest was among the records. */
  references: Set<string>;
  hasDocuments: boolean;
};

/** Above that the server would rather read the whole table than look records up. */
const recordsPerPiece = 1_000;

export function* piecesOf<T>(whole: readonly T[]): Generator<T[]> {
  for (let at = 0; at < whole.length; at += recordsPerPiece) yield whole.slice(at, at + recordsPerPiece);
}

/**
 * Puts newly checked records of a file in the place of what was known of them, in the caller's transaction, piece by piece: issues, data,
 * readiness and places in companies, where they are others than before. Once all are written, whatever compares records is looked at again,
 * for those that double them now and those that did before. Excluded ones stay excluded; those held by a submitted chunk stay as they are.
 */
export async function replaceRecords(
  tx: Tx,
  file: CheckedFile,
  pieces: Iterable<readonly ReplacedRecord[]> | AsyncIterable<readonly ReplacedRecord[]>,
): Promise<void> {
  const touched: Touched = {
    changed: [],
    doubles: [],
    inFamilies: false,
    references: new Set(),
    hasDocuments: false,
  };
  for await (const piece of pieces) if (piece.length > 0) await replacePiece(tx, file, piece, touched);
  await refreshTouched(tx, file.migrationId, touched);
}

async function replacePiece(
  tx: Tx,
  file: CheckedFile,
  records: readonly ReplacedRecord[],
  touched: Touched,
): Promise<void> {
  const { migrationId } = file;
  const given = records.map((each) => ({
    id: recordIdOf(file.number, each.record.rowNumber, each.record.slot),
    ...each,
  }));
  const ids = given.map(({ id }) => id);
  const before = await comparedOf(tx, ids);
  const changed = changedIn(
    before,
    given.map(({ id, record }) => ({ id, ...record })),
  );
  touched.changed.push(...changed);
  touched.doubles.push(...(await doublesOf(tx, migrationId, changed)));
  touched.inFamilies ||= await standInFamilies(executeOn(tx), migrationId, ids);
  touched.hasDocuments ||= records.some(({ record }) => record.document !== null);
  if (changed.length > 0)
    for (const { reference } of [...before, ...records.map(({ record }) => record)])
      if (reference !== null) touched.references.add(reference);
  const heldIds = new Set(before.filter((record) => record.held).map(({ id }) => id));
  const free = given.filter(({ id }) => !heldIds.has(id));
  await replaceIssues(tx, file, free);
  await updateRecords(tx, file, free);
  await updateLinks(tx, given);
  await updateManifestLines(tx, given);
}

async function refreshTouched(
  tx: Tx,
  migrationId: string,
  { changed, doubles, inFamilies, references, hasDocuments }: Touched,
): Promise<void> {
  const execute = executeOn(tx);
  // What others share with them did not change where their own did not.
  if (changed.length > 0) await refreshDuplicates(execute, migrationId, [...new Set([...changed, ...doubles])]);
  if (inFamilies || (await standInFamilies(execute, migrationId, changed))) await refreshLinks(execute, migrationId);
  if (hasDocuments || (await documentsSpeakOf(tx, migrationId, [...references])))
    await refreshDocuments(execute, migrationId);
}

type Compared = { id: string; reference: string | null; identity: string | null };

const comparedOf = (tx: Tx, ids: readonly string[]): Promise<(Compared & { held: boolean })[]> =>
  tx.$queryRaw<(Compared & { held: boolean })[]>`
    select r.id::text as id, r.reference, r.identity, ${held} as held from "Record" r where r.id = any(${[...ids]}::uuid[])`;

/** Records whose reference or identity is another one now. */
function changedIn(before: readonly Compared[], after: readonly Compared[]): string[] {
  const beforeById = new Map(before.map((record) => [record.id, record]));
  const changed = after.filter(({ id, reference, identity }) => {
    const known = beforeById.get(id);
    return known?.reference !== reference || known.identity !== identity;
  });
  return changed.map(({ id }) => id);
}

/** Records beside these that share a reference or an identity with one of them; people are found by what was said of them, for want of an index. */
export async function doublesOf(tx: Tx, migrationId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with mine as (select reference, identity from "Record" where id = any(${[...ids]}::uuid[]))
    select r.id::text from "Record" r where r."migrationId" = ${migrationId}::uuid and r.reference = any(array(select reference from mine where reference is not null))
    union select r.id::text from "Record" r
      where r."migrationId" = ${migrationId}::uuid and r."entityType" = 'company' and r.identity = any(array(select identity from mine where identity is not null))
    union select r.id::text from "Issue" i join "Record" r on r.id = i."recordId"
      where i."migrationId" = ${migrationId}::uuid and i.code = 'record.likely_duplicate' and r.identity = any(array(select identity from mine where identity is not null))`;
  return rows.map(({ id }) => id);
}

/** Written once, and only where something is different: each new version of a row is an entry more in every index. Judged as in move-readiness.ts. */
async function updateRecords(tx: Tx, file: CheckedFile, given: readonly Given[]): Promise<void> {
  const each = <K extends keyof WrittenRecord>(part: K) => given.map(({ record }) => record[part]);
  await tx.$executeRaw`
    update "Record" r set "mappingVersion" = ${file.version}, "entityType" = n."entityType"::"EntityType", reference = n.reference, identity = n.identity, "displayName" = n."displayName", data = n.data,
      readiness = ${judged}
    from unnest(${given.map(({ id }) => id)}::uuid[], ${each("entityType")}::text[], ${each("reference")}::text[], ${each("identity")}::text[], ${each("displayName")}::text[], ${each("data")}::text[])
      as n(id, "entityType", reference, identity, "displayName", data)
    where n.id = r.id and (r.data <> n.data or r."mappingVersion" <> ${file.version} or r."entityType" <> n."entityType"::"EntityType" or r.reference is distinct from n.reference
      or r.identity is distinct from n.identity or r."displayName" <> n."displayName" or r.readiness <> ${judged})`;
}

const judged = Prisma.sql`(case when r.readiness not in ('ready', 'invalid') then r.readiness
  when exists (select 1 from "Issue" i where i."recordId" = r.id and i.severity = 'error') then 'invalid' else 'ready' end)`;

async function updateLinks(tx: Tx, given: readonly Given[]): Promise<void> {
  const links = given.flatMap(({ id, record: { link } }) => (link ? [{ id, ...link, roleText: link.role }] : []));
  if (links.length === 0) return;
  await tx.$executeRaw`
    update "Link" l set "ownerReference" = n."ownerReference", "associateReference" = n."associateReference", list = n.list::"LinkList", role = n."roleText",
      percentage = n.percentage, "appointedOn" = n."appointedOn", "resignedOn" = n."resignedOn"
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as n(id uuid, "ownerReference" text, "associateReference" text, list text, "roleText" text, percentage float8, "appointedOn" text, "resignedOn" text)
    where l."recordId" = n.id`;
}

async function updateManifestLines(tx: Tx, given: readonly Given[]): Promise<void> {
  const lines = given.flatMap(({ id, record: { document } }) => (document ? [{ id, ...document }] : []));
  if (lines.length === 0) return;
  await tx.$executeRaw`
    update "ManifestLine" l set "ownerReference" = n."ownerReference", "fileName" = n."fileName", "pathKey" = n."pathKey", "nameKey" = n."nameKey",
      use = n.use::"DocumentUse", category = n.category, "documentType" = n."documentType", side = n.side::"DocumentSide", "expiresOn" = n."expiresOn", title = n.title
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as n(id uuid, "ownerReference" text, "fileName" text, "pathKey" text, "nameKey" text, use text, category text, "documentType" text, side text, "expiresOn" text, title text)
    where l."recordId" = n.id`;
}
