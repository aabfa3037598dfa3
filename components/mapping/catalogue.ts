import { type EntityType, entityTypes } from "#lib/domain/entity.ts";
import { fieldOf } from "#lib/domain/field.ts";
import type { Field } from "#lib/domain/field-shape.ts";
import type { MappedFile } from "#lib/domain/file-kind.ts";
import { associateFieldsByEntityType } from "#lib/domain/link-field.ts";
import { fieldsOfAssociate, kindsOf, kindsOfAssociate, ownFields, type Shape, targetOf } from "#lib/domain/targets.ts";

/** Every field that a column of a file may become: of the row's own record, and of each of its numbered associates. */
export type Catalogue = {
  file: MappedFile;
  kinds: readonly EntityType[];
  own: readonly Field[];
  associates: readonly { of: number; label: string; kinds: readonly EntityType[]; fields: readonly Field[] }[];
};

export function catalogueOf(file: MappedFile, shape: Shape): Catalogue {
  const { associates = [] } = shape;
  return {
    file,
    kinds: kindsOf(file, shape),
    own: ownFields(file, shape),
    associates: associates.map((associate) => ({
      of: associate.of,
      label: associate.label,
      kinds: kindsOfAssociate(associate),
      fields: fieldsOfAssociate(shape, associate.of),
    })),
  };
}

/** The field behind a choice (lib/domain/targets.ts); undefined when the file has none of that key. */
export function fieldOfTarget(catalogue: Catalogue, key: string): Field | undefined {
  const { of, field } = targetOf(key);
  const fields = of === undefined ? catalogue.own : catalogue.associates.find((each) => each.of === of)?.fields;
  return fields?.find((each) => each.key === field);
}

/** What people read for a choice: "Family name", or "Director 2: Family name". */
export function labelOfTarget(catalogue: Catalogue, key: string): string {
  const { of } = targetOf(key);
  const label = fieldOfTarget(catalogue, key)?.label ?? key;
  const whose = catalogue.associates.find((each) => each.of === of)?.label;
  return whose === undefined ? label : `${whose}: ${label}`;
}

/** The kind of record that has the field: the first of the associate's kinds, or of those of the row, that knows it. */
export function kindOfTarget({ file, kinds, associates }: Catalogue, key: string): EntityType {
  const { of, field } = targetOf(key);
  const associate = associates.find((each) => each.of === of);
  if (associate) {
    const hasField = (kind: EntityType) => associateFieldsByEntityType[kind].some(({ key: each }) => each === field);
    return associate.kinds.find(hasField) ?? associate.kinds[0] ?? file.entityType;
  }
  return (kinds.length > 0 ? kinds : entityTypes).find((kind) => fieldOf(kind, field)) ?? file.entityType;
}
