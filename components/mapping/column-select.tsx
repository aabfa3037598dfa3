import { Select, type SelectProps } from "@mantine/core";
import type { MappingReply } from "./mapping-draft.ts";

type Columns = MappingReply["columns"];
type Props = Omit<SelectProps, "value" | "data" | "onChange"> & {
  columns: Columns;
  /** From 0; undefined: none is chosen yet. */
  value: number | undefined;
  onChange: (column: number) => void;
};

/** Chooses one of the columns of the file, by name or by its number where it has none. */
export function ColumnSelect({ columns, value, onChange, ...more }: Props) {
  return (
    <Select
      placeholder="Choose a column"
      searchable
      allowDeselect={false}
      {...more}
      value={value === undefined ? null : String(value)}
      onChange={(chosen) => {
        if (chosen !== null) onChange(Number(chosen));
      }}
      data={columns.map((column) => ({ value: String(column.index), label: nameOfColumn(column) }))}
    />
  );
}

export const nameOfColumn = ({ name, index }: Pick<Columns[number], "name" | "index">): string =>
  name === "" ? `(no name, column ${index + 1})` : name;
