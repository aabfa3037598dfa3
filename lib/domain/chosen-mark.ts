/** What a person saw when they chose: how many, and a number that is another one as soon as others are chosen or one of them says something else. */
export function markOfGroups(groups: readonly { records: number; mark: bigint }[]): string {
  const records = groups.reduce((sum, group) => sum + group.records, 0);
  const mark = groups.reduce((all, group) => all ^ BigInt.asUintN(64, group.mark), 0n);
  return `${records}-${mark.toString(16)}`;
}
