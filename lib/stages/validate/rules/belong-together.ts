import type { Entity, EntityType } from "../../../domain/entity.ts";
import { fieldOf } from "../../../domain/field.ts";
import { eachFilledField, fieldValueOf } from "../../../domain/field-value.ts";
import type { FoundIssue } from "../../../domain/issue.ts";
import { holdersOfPairs, neededField } from "../needed-field.ts";
import { nothingFound, type Rule } from "../rule.ts";

export const belongTogether: Rule = {
  codes: ["field.needs_other"],
  check({ entity, unreadFields }) {
    if (!mayNeedOthers(entity)) return nothingFound;
    let found: FoundIssue[] | undefined;
    eachFilledField(entity, (key, value) => {
      const needed = neededField(key);
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

/** Most entities of a million have one address without dates, and nothing else that is asked here. */
function mayNeedOthers(entity: Entity): boolean {
  for (const name in entity)
    if (holdersOfPairs.has(name) && (name !== "address" || fieldValueOf(entity, "address.endDate") !== undefined))
      return true;
  return false;
}

const labelOf = (entityType: EntityType, key: string): string => fieldOf(entityType, key)?.label.toLowerCase() ?? key;
