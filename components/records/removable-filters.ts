import { wordsOfStatus } from "#components/ui/status-words.ts";
import { entityTypes } from "#lib/domain/entity.ts";
import { fieldOf } from "#lib/domain/field.ts";
import type { RecordFilter, RecordFilterName } from "./records-href.ts";

/** Filters that came by a link and have no control of their own: shown as words that can be taken away. */
export function removableFilters(filter: RecordFilter): { name: RecordFilterName; label: string }[] {
  const chips: { name: RecordFilterName; label: string }[] = [];
  if (filter.field) chips.push({ name: "field", label: `Field ${labelOfField(filter.field)}` });
  if (filter.fileId) chips.push({ name: "fileId", label: "One file" });
  if (filter.readiness) chips.push({ name: "readiness", label: labelOfReadiness(filter.readiness) });
  return chips;
}

function labelOfField(key: string): string {
  return entityTypes.map((type) => fieldOf(type, key)?.label).find((label) => label !== undefined) ?? key;
}

const labelOfReadiness = (readiness: string): string =>
  readiness === "included" ? "Not excluded" : wordsOfStatus(readiness).label;
