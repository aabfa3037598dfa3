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

/** An address beside the first needs its country as soon as it says more. */
const moreAddresses = ["address2", "address3", "headOffice", "contactAddress", "branch"];

export const belongTogether: Rule = {
  codes: ["field.needs_other"],
  check({ entity, unreadFields }) {
    if (!mayNeedOthers(entity)) return nothingFound;
    let found: FoundIssue[] | undefined;
    eachFilledField(entity, (key, value) => {
      const needed = neededWith[key] ?? countryNeededBy(key);
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
function mayNeedOthers(entity: Entity): boolean {
  for (const name in entity)
    if (holders.has(name) && (name !== "address" || fieldValueOf(entity, "address.endDate") !== undefined)) return true;
  return false;
}

function countryNeededBy(key: string): string | undefined {
  const dot = key.indexOf(".");
  if (dot === -1 || key.startsWith("address.")) return undefined;
  const holder = key.slice(0, dot);
  return moreAddresses.includes(holder) ? `${holder}.country` : undefined;
}

const labelOf = (entityType: EntityType, key: string): string => fieldOf(entityType, key)?.label.toLowerCase() ?? key;
