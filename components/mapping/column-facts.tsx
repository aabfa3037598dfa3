import { Text, Title } from "@mantine/core";
import { plainNumber } from "#components/ui/count-identity.ts";
import classes from "./column-row.module.css";
import { nameOfColumn } from "./column-select.tsx";
import type { MappedColumn } from "./mapping-draft.ts";

/** A column as it is in the file: name, how full, how varied, and what its cells look like. */
export function ColumnFacts({ column, rowCount }: { column: MappedColumn; rowCount: number }) {
  return (
    <div>
      <Title order={3} style={{ overflowWrap: "anywhere" }}>
        {nameOfColumn(column)}
      </Title>
      <Text size="xs" c="dimmed">
        {filledWords(column.filled, rowCount)} · {distinctWords(column, rowCount)} · longest{" "}
        {plainNumber(column.longest)}
      </Text>
      <div className={classes.samples}>
        {column.samples.map((sample) => (
          <span key={sample} className={classes.sample} title={sample}>
            {sample}
          </span>
        ))}
        {column.samples.length === 0 && (
          <Text size="xs" c="dimmed" fs="italic">
            every cell is empty
          </Text>
        )}
      </div>
    </div>
  );
}

/** Every value once is worth knowing of a column that tells clients apart. */
export function distinctWords({ distinct, filled, countedRows }: MappedColumn, rowCount: number): string {
  if (countedRows !== null) return `more than ${plainNumber(distinct - 1)} different`;
  if (distinct === filled && filled > 1)
    return filled === rowCount ? "all different" : `${plainNumber(distinct)}, all different`;
  return `${plainNumber(distinct)} different`;
}

/** `97 % filled`; never rounded up to all or down to none. */
export function filledWords(filled: number, rows: number): string {
  if (filled === 0) return "empty";
  if (filled === rows) return "always filled";
  const percent = Math.min(99, Math.max(1, Math.round((filled / rows) * 100)));
  return `${percent} % filled`;
}
