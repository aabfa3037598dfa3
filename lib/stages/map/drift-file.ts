import type { EntityType } from "../../domain/entity.ts";
import type { Assignment } from "../../domain/mapping.ts";
import type { ColumnEvidence } from "./match.ts";
import type { SuggestedColumn } from "./suggest.ts";

/** A file as it is compared with an earlier mapping: its columns with their distinct values, and what the panel would suggest for each. */
export type DriftFile = {
  columns: readonly ColumnEvidence[];
  suggested: readonly SuggestedColumn[];
  entityType: EntityType;
};

/** An answer of the earlier mapping, with the column of the file that it is for. */
export type PlacedAnswer = { column: ColumnEvidence; answer: Assignment };
