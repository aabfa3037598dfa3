/** What kind of owner a company has, in Passfort's words (API contract §3.4). */
export const ownershipTypes = [
  "PARTNERSHIP",
  "COMPANY",
  "SOLE_PROPRIETORSHIP",
  "ASSOCIATION",
  "TRUST",
  "OTHER",
] as const;
export type OwnershipType = (typeof ownershipTypes)[number];

/** `sole proprietorship` */
export const ownershipWords = (type: OwnershipType): string => type.toLowerCase().replaceAll("_", " ");

/** Passfort's word however it is spelled; other words are left to a value map. */
export const ownershipTypeOf = (text: string): OwnershipType | undefined =>
  ownershipTypes.find((type) => type === text.toUpperCase().replace(/[\s_-]+/g, "_"));
