import type { LinkList } from "../../domain/link.ts";
import { linkListWords } from "../../domain/role-words.ts";

type Place = {
  list: LinkList | null;
  role: string | null;
  percentage: number | null;
  appointedOn: string | null;
  resignedOn: string | null;
};

/** The role in Passfort's words, with the source's own where they differ: "Director (Geschäftsführer)". */
export function roleInWords({ list, role }: Pick<Place, "list" | "role">): string {
  if (list === null) return role ?? "Role not known";
  const { one } = linkListWords[list];
  return role === null || role.toLowerCase() === one.toLowerCase() ? one : `${one} (${role})`;
}
