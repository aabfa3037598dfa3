import { Button, Group, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconAlertTriangle } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { plainNumber } from "#components/ui/count-identity.ts";
import { useLook } from "#lib/client/queries.ts";
import { countUnread } from "#lib/contracts/mapping.ts";
import type { Field, FieldKind } from "#lib/domain/field-shape.ts";
import type { Transform } from "#lib/domain/mapping.ts";
import { useMappingFile } from "./mapping-file.tsx";
import { ValueGrid } from "./value-grid.tsx";
import { withValueMap } from "./value-pairs.ts";

type Props = {
  columnName: string;
  columnIndex: number;
  field: Field;
  transforms: readonly Transform[];
  readOnly: boolean;
  onChange: (transforms: Transform[]) => void;
};

const insistent: readonly FieldKind[] = ["country", "gender", "yes_no", "ownership", "whole_number"];

/** Can the steps leave a value unread? Any text is as good as another. */
export const canFail = (field: Field, transforms: readonly Transform[]): boolean =>
  insistent.includes(field.kind) ||
  transforms.some((step) => step.kind === "date" || (step.kind === "values" && step.otherwise === "issue"));

/** How many rows of the whole file the steps cannot read, which values those are, and the way to answer them in a value map. */
export function UnreadNote({ columnName, columnIndex, field, transforms, readOnly, onChange }: Props) {
  const { fileId } = useMappingFile();
  const [settled] = useDebouncedValue(transforms, 400);
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const counted = useLook(
    countUnread,
    { params: { fileId, column: columnIndex }, body: { field: field.key, transforms: [...settled] } },
    { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY },
  );
  const unread = counted.data?.unread;
  const open = () => {
    onChange(withValueMap(transforms).transforms);
    setOpen(true);
  };
  const at = transforms.findIndex(({ kind }) => kind === "values");
  const step = transforms[at];
  return (
    <div ref={place} tabIndex={-1} style={{ outline: "none" }}>
      {unread && unread.rows > 0 && (
        <Group gap={6} mt={4} role="note" aria-label={`Values of ${columnName} that cannot be read`}>
          <Text size="xs" c="var(--mantine-color-error)" flex="1 1 160px">
            <IconAlertTriangle size={12} aria-hidden /> {sentence(unread)}
          </Text>
          {!readOnly && (
            <Button size="compact-xs" variant="default" onClick={open} aria-label={`Map these values of ${columnName}`}>
              Map these values
            </Button>
          )}
        </Group>
      )}
      {step?.kind === "values" && (
        <ValueGrid
          columnName={columnName}
          columnIndex={columnIndex}
          field={field}
          transforms={transforms}
          at={at}
          step={step}
          view="unread"
          opened={isOpen}
          readOnly={readOnly}
          onChange={(next) => onChange(transforms.map((old, index) => (index === at ? next : old)))}
          onClose={() => {
            setOpen(false);
            // The button that opened it is gone once everything can be read; a person at the keyboard stays in the column.
            place.current?.focus();
          }}
        />
      )}
    </div>
  );
}

type Unread = { rows: number; values: number; examples: { value: string; count: number; row: number }[] };

/** `312 rows cannot be read: “U.K” 300, “Narnia” 12.` */
export function sentence({ rows, values, examples }: Unread): string {
  const shown = examples.map(({ value, count, row }) =>
    count === 1 ? `“${value}” (row ${plainNumber(row)})` : `“${value}” ${plainNumber(count)}`,
  );
  const more = values > examples.length ? " and others" : "";
  return `${rows === 1 ? "1 row" : `${plainNumber(rows)} rows`} cannot be read: ${shown.join(", ")}${more}.`;
}
