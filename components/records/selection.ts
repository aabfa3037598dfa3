/** Which records of a list a person has chosen: some of those read so far, or whatever fits the filter, read or not. */
export type Selection = { kind: "some"; ids: ReadonlySet<string>; from: string | null } | { kind: "all" };

export const nothingSelected: Selection = { kind: "some", ids: new Set(), from: null };

export const isSelected = (selection: Selection, id: string): boolean =>
  selection.kind === "all" || selection.ids.has(id);

/** One more, or one less. Out of “all” this leaves that one alone: what is not read yet cannot be all but one. */
export function withToggled(selection: Selection, id: string): Selection {
  if (selection.kind === "all") return { kind: "some", ids: new Set([id]), from: id };
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { kind: "some", ids, from: id };
}

/** Everything from the record that was chosen last up to this one, in the order of the list. */
export function withRange(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = selection.kind === "some" && selection.from !== null ? order.indexOf(selection.from) : -1;
  const to = order.indexOf(id);
  if (selection.kind === "all" || from === -1 || to === -1) return withToggled(selection, id);
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { kind: "some", ids: new Set([...selection.ids, ...between]), from: id };
}

export const countSelected = (selection: Selection, total: number): number =>
  selection.kind === "all" ? total : selection.ids.size;
