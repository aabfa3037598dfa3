import type { Entity, EntityType } from "../../domain/entity.ts";
import type { LinkList } from "../../domain/link.ts";
import { fileNumberOf, placeOfRecord, slotOf } from "../../domain/record-id.ts";

/** A place in a company, as its chunk holds it (lib/store/family-places.ts). `ownerPath` leads from the client's associates down to the owner. */
export type Place = {
  ownerPath: readonly string[];
  linkId: string;
  recordId: string;
  isReady: boolean;
  list: LinkList | null;
  role: string | null;
  percentage: number | null;
  appointedOn: string | null;
  resignedOn: string | null;
  entityType: EntityType;
  reference: string | null;
  entity: Entity;
};

/** A company of a family with the associates in its lists. `reference` tells it within the delivery: the client's own, or that of an associate's profile. */
export type FamilyCompany = { reference: string; associates: FamilyAssociate[] };

/** One associate profile to be. `places` are those that may be linked; `leftOut` counts those whose rows have errors. */
export type FamilyAssociate = {
  reference: string;
  ownerReference: string;
  recordId: string;
  entity: Entity;
  isReady: boolean;
  places: Place[];
  leftOut: number;
};

/**
 * The companies of a family, from the top down, each with its associates. Passfort shares no associate between companies (migration guide), so
 * each place below another company is a profile of its own; an associate that stands in several lists of one company is one profile. Its
 * reference is the way to it, `C-1/H-2/P-3`: unique in the connection, as `customer_ref` must be to find it again.
 */
export function familyTree(clientReference: string, places: readonly Place[]): FamilyCompany[] {
  const nameByRecord = namesOf(places);
  const companies = new Map<string, Map<string, FamilyAssociate>>();
  for (const place of places) {
    const way = [...place.ownerPath, place.recordId].map((id) => nameByRecord.get(id) ?? nameWithout(id));
    // A circle through another record of the same reference.
    if (new Set(way).size < way.length) continue;
    const ownerReference = [clientReference, ...way.slice(0, -1)].join("/");
    const reference = `${ownerReference}/${way.at(-1)}`;
    const associates = companies.get(ownerReference) ?? new Map<string, FamilyAssociate>();
    companies.set(ownerReference, associates);
    associates.set(reference, joined(associates.get(reference), place, { reference, ownerReference }));
  }
  return [...companies].map(([reference, associates]) => ({ reference, associates: [...associates.values()] }));
}

function joined(
  known: FamilyAssociate | undefined,
  place: Place,
  at: { reference: string; ownerReference: string },
): FamilyAssociate {
  const associate = known ?? {
    ...at,
    recordId: place.recordId,
    entity: { ...place.entity, reference: at.reference },
    isReady: false,
    places: [],
    leftOut: 0,
  };
  // Reached twice by two records of one reference above it.
  if (associate.places.some(({ linkId }) => linkId === place.linkId)) return associate;
  if (!place.isReady) return { ...associate, leftOut: associate.leftOut + 1 };
  const data = associate.isReady
    ? {}
    : { recordId: place.recordId, entity: { ...place.entity, reference: at.reference } };
  return { ...associate, ...data, isReady: true, places: [...associate.places, place] };
}

/** What each associate is called in its references: its own reference, or where it stands. Of a person and a company with one reference the second is told by its place. */
function namesOf(places: readonly Place[]): Map<string, string> {
  const typeByReference = new Map<string, EntityType>();
  return new Map(
    places.map(({ recordId, reference, entityType }) => {
      if (!reference?.trim()) return [recordId, nameWithout(recordId)];
      const first = typeByReference.get(reference) ?? entityType;
      typeByReference.set(reference, first);
      return [recordId, first === entityType ? reference : nameWithout(recordId)];
    }),
  );
}

/** `#2.15.1`: file 2, row 15, the first associate beside its company. */
const nameWithout = (recordId: string): string =>
  `#${fileNumberOf(recordId)}.${Math.floor(placeOfRecord(recordId) / 0x1_0000)}.${slotOf(recordId)}`;
