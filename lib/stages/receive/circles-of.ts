type Arrow = { id: string; from: string; to: string };

/** The arrows that lead back to where one has come from, going from `root` as deep as possible: without them there is no circle left. */
export function circlesOf(root: string, arrows: readonly Arrow[]): Set<string> {
  const arrowsFrom = Map.groupBy(arrows, ({ from }) => from);
  const closing = new Set<string>();
  const onTheWay = new Set<string>();
  const done = new Set<string>();
  const walk = (from: string): void => {
    onTheWay.add(from);
    for (const { id, to } of arrowsFrom.get(from) ?? []) {
      if (onTheWay.has(to)) closing.add(id);
      else if (!done.has(to)) walk(to);
    }
    onTheWay.delete(from);
    done.add(from);
  };
  for (const start of [root, ...arrows.map(({ from }) => from)]) if (!done.has(start)) walk(start);
  return closing;
}
