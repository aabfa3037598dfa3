import type { SignedInContext } from "../../context.ts";
import type { QueryOf, ReplyOf } from "../../contracts/contract.ts";
import type { listCauses as causesContract, listRecords as recordsContract } from "../../contracts/issues.ts";
import { countParts } from "../../domain/counts.ts";
import { issueCatalogue, sentenceOfIssue } from "../../domain/issue-catalogue.ts";
import { severities } from "../../domain/issue-entry.ts";
import { fieldLabelOf } from "../../domain/link-field.ts";
import { maskText } from "../../domain/mask.ts";
import { slotOf } from "../../domain/record-id.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { tracksBarredBy, tracksOpenTo } from "../../domain/track-issues.ts";
import { type CauseExample, causesOf, examplesOf } from "../../store/causes.ts";
import { countFamilies } from "../../store/count-families.ts";
import { countReady, readyForOf } from "../../store/count-ready.ts";
import { countRecords } from "../../store/count-records.ts";
import { countsOf } from "../../store/counts-of.ts";
import { namesOfPeople } from "../../store/names-of-people.ts";
import { recordPage } from "../../store/record-page.ts";
import { searchOf } from "../../store/record-search.ts";
import { factsSchema } from "./facts.ts";

const examplesPerCause = 10;
const pageSize = 100;

/** What is wrong with the data of a migration, grouped by cause: errors first, notes last, then by how many records it concerns. */
export async function listCauses(
  ctx: SignedInContext,
  migrationId: string,
): Promise<Outcome<ReplyOf<typeof causesContract>>> {
  if (!(await migrationExists(ctx, migrationId))) return refused("not_found", "There is no such migration.");
  const causesShown = async () => {
    const causes = await causesOf(ctx.db, migrationId);
    return { causes, examples: await examplesOf(ctx.db, migrationId, causes, examplesPerCause) };
  };
  const [counts, ready, families, { causes, examples }, files, acknowledgements] = await Promise.all([
    countsOf(ctx.db, migrationId),
    countReady(ctx.db, migrationId),
    countFamilies(ctx.db, migrationId),
    causesShown(),
    ctx.db.sourceFile.findMany({ where: { migrationId }, select: { id: true, name: true, entityType: true } }),
    ctx.db.acknowledgement.findMany({ where: { migrationId } }),
  ]);
  const nameOf = await namesOfPeople(
    ctx.db,
    acknowledgements.map(({ byId }) => byId),
  );
  const fileById = new Map(files.map((file) => [file.id, file]));
  const keyOf = (cause: { code: string; field: string; fileId: string; role: string }) =>
    `${cause.code}|${cause.field}|${cause.fileId}|${cause.role}`;
  const examplesByKey = Map.groupBy(examples, keyOf);
  const acknowledgedByKey = new Map(acknowledgements.map((each) => [keyOf(each), each]));
  const listed = causes.flatMap((cause) => {
    const file = fileById.get(cause.fileId);
    if (!file) return [];
    const { severity, title, teaching, fix } = issueCatalogue[cause.code];
    const fieldLabel = fieldLabelOf(file.entityType, cause.field) ?? "";
    const seen = acknowledgedByKey.get(keyOf(cause));
    const acknowledged = seen
      ? {
          by: nameOf(seen.byId),
          at: seen.at.toISOString(),
          reason: seen.reason,
          count: seen.count,
          holds: cause.count <= seen.count,
        }
      : null;
    const shown = (examplesByKey.get(keyOf(cause)) ?? []).map((example) => exampleOf(example, fieldLabel));
    return [
      {
        key: keyOf(cause),
        ...cause,
        fieldLabel,
        fileName: file.name,
        entityType: file.entityType,
        acknowledged,
        severity,
        bars: [...tracksBarredBy(cause.code)],
        title,
        teaching,
        fix,
        examples: shown,
      },
    ];
  });
  listed.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return done({ counts, readyFor: readyForOf(ready), families, causes: listed });
}

function exampleOf(example: CauseExample, fieldLabel: string) {
  const { code, recordId, rowNumber, reference, value, facts } = example;
  return {
    recordId,
    rowNumber,
    slot: slotOf(recordId),
    reference,
    sentence: sentenceOfIssue({ code, fieldLabel, value, facts: factsSchema.parse(facts) }),
  };
}

/** Records of a migration, filtered and paged; `total` is true whatever the page. Names are masked. */
export async function listRecords(
  ctx: SignedInContext,
  migrationId: string,
  query: QueryOf<typeof recordsContract>,
): Promise<Outcome<ReplyOf<typeof recordsContract>>> {
  const { after, search: words = "", ...others } = query;
  if (!(await migrationExists(ctx, migrationId))) return refused("not_found", "There is no such migration.");
  if (after !== undefined && !/^[0-9a-f-]{36}$/.test(after))
    return refused("invalid_input", "The place to go on from is not one of ours.");
  if (others.status !== undefined && !countParts.some((part) => part === others.status))
    return refused(
      "invalid_input",
      `“${others.status}” is no status of a client. Known are: ${countParts.join(", ")}.`,
    );
  const filter = { ...others, search: await searchOf(ctx.db, migrationId, words) };
  const [total, rows] = await Promise.all([
    countRecords(ctx.db, migrationId, filter),
    recordPage(ctx.db, migrationId, filter, after, pageSize + 1),
  ]);
  const shown = rows.slice(0, pageSize);
  return done({
    total,
    next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
    records: shown.map(({ displayName, firstCode, isThin, ...record }) => ({
      ...record,
      maskedName: maskText(displayName),
      firstIssue: firstCode && issueCatalogue[firstCode].title,
      readyFor: tracksOpenTo(record, isThin),
    })),
  });
}

async function migrationExists(ctx: SignedInContext, migrationId: string): Promise<boolean> {
  return (await ctx.db.migration.count({ where: { id: migrationId } })) > 0;
}
