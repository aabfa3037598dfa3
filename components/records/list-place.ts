/**
 * Where somebody was in the record list before they opened a record. It lives as long as the pages that were read: in this tab, until it
 * is loaded anew.
 */
export type ListPlace = { offset: number; row: number };

const places = new Map<string, ListPlace>();
const lists = new Map<string, string>();

export const placeOfList = (href: string): ListPlace => places.get(href) ?? { offset: 0, row: 0 };

export function keepPlace(migrationId: string, href: string, place: ListPlace): void {
  places.set(href, place);
  lists.set(migrationId, href);
}

/** The list of this migration that was looked at last; undefined: none in this tab. */
export const lastListOf = (migrationId: string): string | undefined => lists.get(migrationId);
