import { documentFields } from "./document-field.ts";
import { type EntityType, entityTypes } from "./entity.ts";
import { fieldsByEntityType } from "./field.ts";
import type { Field } from "./field-shape.ts";
import { holdsEntities, type MappedFile } from "./file-kind.ts";
import { associateFieldsByEntityType, associateReference, linkFields, ownerReference } from "./link-field.ts";
import type { MappedAssociate, MappingBody } from "./mapping.ts";

/** What of a mapping decides which fields there are. */
export type Shape = Pick<MappingBody, "kindBy" | "associates">;

/** The kinds that rows of the file can have: both where a column tells them apart, or where a person said that the file is mixed. */
export function kindsOf({ kind, entityType }: MappedFile, { kindBy }: Shape): readonly EntityType[] {
  if (!holdsEntities(kind)) return [];
  return kindBy || kind === "mixed" ? entityTypes : [entityType];
}

/** The fields of the row's own record in this file. */
export function ownFields(file: MappedFile, shape: Shape): readonly Field[] {
  const kinds = kindsOf(file, shape);
  if (file.kind === "documents") return documentFields;
  if (file.kind === "links")
    return [required(ownerReference), required(associateReference), ...linkFields.map(requiredRole)];
  if (file.kind === "associates")
    return [...ofKinds(associateFieldsByEntityType, kinds), ownerReference, ...linkFields];
  return ofKinds(fieldsByEntityType, kinds);
}

/** The kinds that a numbered associate can have: both where a column tells them apart. */
export const kindsOfAssociate = ({
  kindBy,
  entityType,
}: Pick<MappedAssociate, "kindBy" | "entityType">): readonly EntityType[] => (kindBy ? entityTypes : [entityType]);

/** The fields of one numbered associate of a wide row; none when the mapping has no such associate. */
export function fieldsOfAssociate({ associates = [] }: Shape, of: number): readonly Field[] {
  const associate = associates.find((each) => each.of === of);
  if (!associate) return [];
  const link = associate.list === null ? linkFields.map(requiredRole) : linkFields;
  return [...ofKinds(associateFieldsByEntityType, kindsOfAssociate(associate)), ...link];
}

/** The fields of the row's own record, or of one of its associates. */
export const fieldsOfTarget = (file: MappedFile, shape: Shape, of: number | undefined): readonly Field[] =>
  of === undefined ? ownFields(file, shape) : fieldsOfAssociate(shape, of);

/** A field of both kinds stands once, required where one of them requires it. */
function ofKinds(fields: Record<EntityType, readonly Field[]>, kinds: readonly EntityType[]): Field[] {
  const byKey = new Map<string, Field>();
  for (const field of kinds.flatMap((kind) => fields[kind])) {
    const known = byKey.get(field.key);
    if (!known) byKey.set(field.key, field);
    else if (known.required === undefined && field.required)
      byKey.set(field.key, { ...known, required: field.required });
  }
  return [...byKey.values()];
}

const required = (field: Field): Field => ({ ...field, required: "always" });
const requiredRole = (field: Field): Field => (field.key === "link.role" ? required(field) : field);

/** One word for a field and whose it is, as a choice in a list: "familyName", or "2/familyName" of the second associate. */
export const targetKey = (of: number | undefined, field: string): string =>
  of === undefined ? field : `${of}/${field}`;

export function targetOf(key: string): { of: number | undefined; field: string } {
  const at = key.indexOf("/");
  return at === -1 ? { of: undefined, field: key } : { of: Number(key.slice(0, at)), field: key.slice(at + 1) };
}
