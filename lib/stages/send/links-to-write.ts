import type { EntityType } from "../../domain/entity.ts";
import type { Link, LinkList } from "../../domain/link.ts";
import type { Place } from "./family-tree.ts";

type Linked = { profileId: string; entityType: EntityType; places: readonly Place[] };

/**
 * The entries that a company's lists get: one for each associate and list. Where the source names somebody twice in one list, what the first
 * row leaves open is taken from the second, and shares are not added: nobody knows whether they are the same (review tells over 100 %).
 */
export function linksToWrite(
  associates: readonly Linked[],
  variantsByList: Readonly<Record<LinkList, readonly string[]>>,
): Link[] {
  const links = new Map<string, Link>();
  for (const { profileId, entityType, places } of associates) {
    for (const { list, role, percentage, appointedOn, resignedOn } of places) {
      if (list === null) continue;
      const known = links.get(`${list} ${profileId}`);
      links.set(`${list} ${profileId}`, {
        list,
        profileId,
        entityType,
        taskVariantIds: variantsByList[list],
        percentage: known?.percentage ?? percentage ?? undefined,
        appointedOn: known?.appointedOn ?? appointedOn ?? undefined,
        resignedOn: known?.resignedOn ?? resignedOn ?? undefined,
        role: known?.role ?? role ?? undefined,
      });
    }
  }
  return [...links.values()];
}
