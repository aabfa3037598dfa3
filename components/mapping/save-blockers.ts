import { genderDoubt } from "#lib/stages/map/gender-doubt.ts";
import { mappingProblem } from "#lib/stages/map/mapping-problem.ts";
import { type Catalogue, labelOfTarget } from "./catalogue.ts";
import { bodyOf, type Draft, isUnchosen, type MappedColumn, needsDateFormat, openCount } from "./mapping-draft.ts";

/** What still keeps the draft from being saved, each as a sentence; empty when nothing does. */
export function saveBlockers(draft: Draft, columns: readonly MappedColumn[], catalogue: Catalogue): string[] {
  const open = openCount(draft);
  const blockers =
    open === 0
      ? []
      : [open === 1 ? "1 column is neither mapped nor ignored." : `${open} columns are neither mapped nor ignored.`];
  const dateless = draft.answers.flatMap((answer, index) =>
    answer.kind === "mapped" && needsDateFormat(answer, catalogue)
      ? [{ answer, name: columns[index]?.name ?? "" }]
      : [],
  );
  for (const { answer, name } of dateless)
    blockers.push(
      `Choose how the dates of “${name}” are written: ${labelOfTarget(catalogue, answer.field).toLowerCase()} is never guessed.`,
    );
  if (draft.constants.some((constant) => isUnchosen(constant) || constant.value.trim() === ""))
    blockers.push("A value for every row is unfinished. Complete it or remove it.");
  const doubt = genderDoubt(
    bodyOf(draft),
    columns,
    columns.map((column) => column.name),
  );
  if (doubt) blockers.push(doubt);
  const problem =
    dateless.length > 0
      ? undefined
      : mappingProblem(
          bodyOf(draft),
          columns.map((column) => column.name),
          catalogue.file,
        );
  return problem ? [...blockers, problem] : blockers;
}
