import type { EntityType } from "./entity.ts";

/** The lists of a company that hold associates (API contract §4.2), named as Passfort names them. */
export const linkLists = [
  "directors",
  "secretaries",
  "partners",
  "trustees",
  "resigned",
  "other",
  "shareholders",
  "beneficial_owners",
  "authorized_persons",
] as const;
export type LinkList = (typeof linkLists)[number];

/** The role an associate has by the list it stands in (API contract §4.2, §12 rule 20; the match by name is inferred). */
export const associatedRoleByList: Record<LinkList, string> = {
  directors: "DIRECTOR",
  secretaries: "COMPANY_SECRETARY",
  partners: "PARTNER",
  trustees: "TRUSTEE",
  resigned: "RESIGNED_OFFICER",
  other: "OTHER",
  shareholders: "SHAREHOLDER",
  beneficial_owners: "BENEFICIAL_OWNER",
  authorized_persons: "AUTHORIZED_PERSON",
};

/**
 * An associate as it shall stand in a list of its company. `profileId` is the associate's own profile; `taskVariantIds`
 * are the company's task variants it is verified for. Dates are `YYYY-MM-DD`; `percentage` is 0 to 100.
 */
export type Link = {
  list: LinkList;
  profileId: string;
  entityType: EntityType;
  taskVariantIds: readonly string[];
  percentage?: number | undefined;
  relationship?: string | undefined;
  appointedOn?: string | undefined;
  resignedOn?: string | undefined;
  /** The role in the words of the source ("Managing director"). */
  role?: string | undefined;
  notifiedOn?: string | undefined;
  ceasedOn?: string | undefined;
  naturesOfControl?: readonly string[] | undefined;
};

/** An associate as it stands in a list of its company. `resolverId` is Passfort's own; open words stay as they came. */
export type LinkedAssociate = {
  list: LinkList;
  profileId: string;
  entityType: EntityType | null;
  taskVariantIds: string[];
  resolverId: string | null;
  percentage: number | null;
  relationship: string | null;
  appointedOn: string | null;
  resignedOn: string | null;
  role: string | null;
};
