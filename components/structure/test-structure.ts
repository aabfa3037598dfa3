import type { ShownEdge, ShownNode, ShownStructure } from "./structure.ts";

export const nodeOf = (key: string, more: Partial<ShownNode> = {}): ShownNode => ({
  key,
  recordId: key,
  reference: key,
  name: `${key}•••`,
  entityType: "company",
  isClient: false,
  standing: "ready",
  companies: 1,
  ...more,
});

export const edgeOf = (ownerKey: string, associateKey: string, more: Partial<ShownEdge> = {}): ShownEdge => ({
  id: `${ownerKey}-${associateKey}`,
  ownerKey,
  associateKey,
  below: true,
  above: false,
  closesCircle: false,
  role: "Director",
  percentage: null,
  appointedOn: null,
  resignedOn: null,
  isResigned: false,
  ...more,
});

/** A structure from pairs of company and associate; the first company is its root. */
export function structureWith(
  links: [owner: string, associate: string, more?: Partial<ShownEdge>][],
  more: Partial<ShownStructure> = {},
): ShownStructure {
  const keys = [...new Set([...links.map((link) => link[0]), ...links.map((link) => link[1])])];
  return {
    rootKey: keys[0] ?? "",
    nodes: keys.map((key) => nodeOf(key)),
    edges: links.map(([owner, associate, edge]) => edgeOf(owner, associate, edge)),
    leftOut: false,
    tooDeep: false,
    profiles: null,
    ...more,
  };
}
