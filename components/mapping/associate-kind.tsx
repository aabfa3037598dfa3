import { Group, Select, Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { entityTypes } from "#lib/domain/entity.ts";
import type { MappedAssociate } from "#lib/domain/mapping.ts";
import { ColumnSelect } from "./column-select.tsx";
import { KindValues } from "./kind-values.tsx";
import type { MappingReply } from "./mapping-draft.ts";

type Props = {
  associate: MappedAssociate;
  mapping: MappingReply;
  readOnly: boolean;
  onChange: (associate: MappedAssociate) => void;
  /** What stands beside the choice. */
  children: ReactNode;
};

const kindWords = { individual: "A person", company: "A company" } as const;
const byColumn = "(column)";

/** What an associate is: a person or a company in every row, or what a column says of each. */
export function AssociateKind({ associate, mapping, readOnly, onChange, children }: Props) {
  const { kindBy, ...ofOneKind } = associate;
  const { of, label, entityType } = associate;
  const [isAsked, ask] = useState(false);
  const isByColumn = isAsked || kindBy !== undefined;
  const own = new Set(mapping.associates.find((each) => each.of === of)?.columns.map(({ index }) => index));
  const ownFirst = [
    ...mapping.columns.filter(({ index }) => own.has(index)),
    ...mapping.columns.filter(({ index }) => !own.has(index)),
  ];
  return (
    <Stack gap="xs" mb="xs">
      <Group gap="sm" align="flex-end">
        <Select
          label={`What ${label} is`}
          size="xs"
          allowDeselect={false}
          readOnly={readOnly}
          value={isByColumn ? byColumn : entityType}
          data={[
            ...entityTypes.map((kind) => ({ value: kind, label: kindWords[kind] })),
            { value: byColumn, label: "A column says it" },
          ]}
          onChange={(value) => {
            const kind = entityTypes.find((each) => each === value);
            ask(kind === undefined);
            if (kind) onChange({ ...ofOneKind, entityType: kind });
          }}
        />
        {isByColumn && (
          <ColumnSelect
            label={`Column that says what ${label} is`}
            size="xs"
            readOnly={readOnly}
            columns={ownFirst}
            value={kindBy?.column}
            onChange={(column) => onChange({ ...associate, kindBy: { column, individual: [], company: [] } })}
          />
        )}
        {children}
      </Group>
      {kindBy && (
        <KindValues
          key={kindBy.column}
          fileId={mapping.fileId}
          columnName={mapping.columns[kindBy.column]?.name ?? ""}
          kindBy={kindBy}
          associate={label}
          readOnly={readOnly}
          onChange={(next) => onChange({ ...associate, kindBy: next })}
        />
      )}
    </Stack>
  );
}
