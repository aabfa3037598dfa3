import { type LinkList, linkLists } from "./link.ts";

/**
 * The tasks of a company that take associates, and the lists whose associates each of them verifies (API contract §4.1). Which list
 * belongs to which task is inferred from their names.
 */
export const listsByTask: Readonly<Record<string, readonly LinkList[]>> = {
  COMPANY_IDENTIFY_OFFICERS: ["directors", "secretaries", "partners", "resigned", "other"],
  COMPANY_IDENTIFY_BENEFICIAL_OWNERS: ["shareholders", "beneficial_owners"],
  COMPANY_ASSESS_OWNERSHIP: ["shareholders", "beneficial_owners"],
  COMPANY_IDENTIFY_TRUSTEES: ["trustees"],
  COMPANY_IDENTIFY_AUTHORIZED_PERSONS: ["authorized_persons"],
};

type Task = { type: string; variantId: string | null; isExpired: boolean };

/** The company's task variants that the associates of each list are linked for; none where no task takes that list. */
export function variantsByList(tasks: readonly Task[]): Record<LinkList, string[]> {
  const variantsOf = (list: LinkList) =>
    tasks.flatMap(({ type, variantId, isExpired }) =>
      variantId !== null && !isExpired && listsByTask[type]?.includes(list) ? [variantId] : [],
    );
  return Object.fromEntries(linkLists.map((list) => [list, [...new Set(variantsOf(list))]])) as Record<
    LinkList,
    string[]
  >;
}
