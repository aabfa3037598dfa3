import { entityTypes } from "../../domain/entity.ts";
import type { MappedFile } from "../../domain/file-kind.ts";
import { joinsByNature } from "../../domain/mapping.ts";
import { type Learned, nothingLearned } from "./learned.ts";
import type { ColumnEvidence } from "./match.ts";
import { type SuggestedColumn, type Suggestion, suggestionsOf } from "./suggest.ts";
import { associateProposalsOf, type ProposedAssociate } from "./suggest-associates.ts";
import { documentSuggestionsOf } from "./suggest-documents.ts";
import { type KindSuggestion, suggestKind } from "./suggest-kind.ts";
import { linkSuggestionsOf } from "./suggest-links.ts";

/**
 * What is proposed for a file. `columns`: for its rows as they are known to be. `mixed`: the same if its rows are people and companies;
 * null where nothing says so. `associates`: numbered ones that the headers speak of.
 */
export type Proposals = {
  columns: SuggestedColumn[];
  mixed: { kind: KindSuggestion | null; columns: (Suggestion | null)[] } | null;
  associates: ProposedAssociate[];
};

export function proposalsOf(
  columns: readonly ColumnEvidence[],
  file: MappedFile,
  learned: Learned = nothingLearned,
): Proposals {
  if (file.kind === "documents") return { columns: documentSuggestionsOf(columns), mixed: null, associates: [] };
  const kind = file.kind === "links" ? null : suggestKind(columns);
  const isMixed = file.kind === "mixed" || kind !== null;
  const ofClients = file.kind === "clients" || file.kind === "mixed";
  const { associates, suggestedByColumn } =
    ofClients && (file.entityType === "company" || isMixed)
      ? associateProposalsOf(columns)
      : { associates: [], suggestedByColumn: linkSuggestionsOf(ofClients ? [] : columns, file.kind) };
  // What is about somebody else, or about the place in a company, is not proposed for the row's own record.
  const own = columns.map((column) =>
    suggestedByColumn.has(column.index) ? { ...column, name: "", values: [], dates: [] } : column,
  );
  const whole = (found: SuggestedColumn[]) => found.map((each, index) => suggestedByColumn.get(index) ?? each);
  const mixed = isMixed ? whole(bothKinds(own, learned)) : null;
  const plain = file.kind === "links" ? own.map(() => none) : suggestionsOf(own, file.entityType, learned);
  return {
    columns: file.kind === "mixed" && mixed ? mixed : whole(plain),
    mixed: mixed && { kind, columns: mixed.map(({ suggestion }) => suggestion) },
    associates,
  };
}

const none: SuggestedColumn = { suggestion: null, dateAmbiguous: false };

/** A column may be one field of people and another of companies; each field comes from one column. */
function bothKinds(columns: readonly ColumnEvidence[], learned: Learned): SuggestedColumn[] {
  const byKind = entityTypes.map((entityType) => suggestionsOf(columns, entityType, learned));
  const taken = new Set<string>();
  return columns.map((_, at): SuggestedColumn => {
    const found = byKind.flatMap((ofKind) => {
      const suggestion = ofKind[at]?.suggestion;
      if (!suggestion || (taken.has(suggestion.field) && !joinsByNature(suggestion.field))) return [];
      return [suggestion];
    });
    const [first, second] = found;
    for (const { field, also = [] } of found)
      for (const each of [field, ...also.map((more) => more.field)]) taken.add(each);
    const dateAmbiguous = byKind.some((ofKind) => ofKind[at]?.dateAmbiguous);
    const ignoreReason = byKind.map((ofKind) => ofKind[at]?.ignoreReason).find((reason) => reason !== undefined);
    if (!first) return { suggestion: null, ignoreReason, dateAmbiguous };
    if (!second || second.field === first.field) return { suggestion: first, dateAmbiguous };
    const also = [...(first.also ?? []), { field: second.field, transforms: second.transforms }];
    return { suggestion: { ...first, also, reason: `${first.reason} ${second.reason}` }, dateAmbiguous };
  });
}
