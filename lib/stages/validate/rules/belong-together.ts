import type { Entity, EntityType } from "../../../domain/entity.ts";
import { fieldOf } from "../../../domain/field.ts";
import { eachFilledField, fieldValueOf } from "../../../domain/field-value.ts";
import type { FoundIssue } from "../../../domain/issue.ts";
import { nothingFound, type Rule } from "../rule.ts";

/** A field that Passfort takes only with another: an id with its country, an end with its start, a period with its name (API contract §3.3-3.5). */
const neededWith: Record<string, string> = {
  "nationalId.number": "nationalId.country",
  "nationalId2.number": "nationalId2.country",
  "address.endDate": "address.startDate",
  "address2.endDate": "address2.startDate",
  "address3.endDate": "address3.startDate",
  "previousName.start": "previousName.name",
  "previousName.end": "previousName.name",
  "previousName2.start": "previousName2.name",
  "previousName2.end": "previousName2.name",
};

/** An address needs its country as soon as it says more; that of a client who is a person is required anyway. */
const moreAddresses = ["address2", "address3", "headOffice", "contactAddress", "branch"];

export const belongTogether: Rule = {
  codes: ["field.needs_other"],
  check({ entity, role, unreadFields }) {
    const isAsked = role === "client" && entity.entityType === "individual";
    if (!mayNeedOthers(entity, isAsked)) return nothingFound;
    let found: FoundIssue[] | undefined;
    eachFilledField(entity, (key, value) => {
      const needed = neededWith[key] ?? countryNeededBy(key, isAsked);
      // What could not be read has its own issue, and an address is told of once.
      if (!needed || fieldValueOf(entity, needed) !== undefined || unreadFields.has(needed)) return;
      const facts = { needed: labelOf(entity.entityType, needed) };
      if (found?.some((issue) => issue.facts?.needed === facts.needed)) return;
      found ??= [];
      found.push({ code: "field.needs_other", field: key, value, facts });
    });
    return found ?? nothingFound;
  },
};

const holders = new Set([...Object.keys(neededWith).map((key) => key.slice(0, key.indexOf("."))), ...moreAddresses]);

/** Most entities of a million have one address without dates, and nothing else that is asked here. */
function mayNeedOthers(entity: Entity, isAsked: boolean): boolean {
  for (const name in entity)
    if (name === "address" ? presentAddressMay(entity, isAsked) : holders.has(name)) return true;
  return false;
}

const presentAddressMay = (entity: Entity, isAsked: boolean): boolean =>
  fieldValueOf(entity, "address.endDate") !== undefined ||
  (!isAsked && fieldValueOf(entity, "address.country") === undefined);

function countryNeededBy(key: string, isAsked: boolean): string | undefined {
  const dot = key.indexOf(".");
  if (dot === -1) return undefined;
  const holder = key.slice(0, dot);
  const needsIt = holder === "address" ? !isAsked : moreAddresses.includes(holder);
  return needsIt ? `${holder}.country` : undefined;
}

const labelOf = (entityType: EntityType, key: string): string => fieldOf(entityType, key)?.label.toLowerCase() ?? key;
