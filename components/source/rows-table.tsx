import { Table } from "@mantine/core";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readRows } from "#lib/contracts/files.ts";
import classes from "./rows.module.css";

/** Rows exactly as they were written. A row with more cells than the header shows them all. */
export function RowsTable({
  fileName,
  columns,
  rows,
}: { fileName: string } & Pick<ReplyOf<typeof readRows>, "columns" | "rows">) {
  const surplus = Math.max(0, ...rows.map((row) => row.cells.length - columns.length));
  const headers = [...columns, ...Array.from({ length: surplus }, (_, index) => `(no header ${index + 1})`)];
  return (
    <Table.ScrollContainer
      minWidth={600}
      mah="calc(100dvh - 190px)"
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: "region", "aria-label": `Rows of ${fileName}` } }}
    >
      <Table stickyHeader striped withColumnBorders verticalSpacing={4} captionSide="bottom">
        <Table.Caption>Rows of {fileName}, verbatim</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Row</Table.Th>
            <Table.Th scope="col">Line</Table.Th>
            {headers.map((header, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place; names may repeat
              <Table.Th scope="col" key={index} style={{ whiteSpace: "nowrap" }}>
                {header === "" ? "(no name)" : header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.rowNumber}>
              <Table.Th scope="row" className={classes.number}>
                {row.rowNumber}
              </Table.Th>
              <Table.Td className={classes.number}>{row.lineNumber}</Table.Td>
              {headers.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its place
                <Table.Td className={classes.cell} key={index} title={row.cells[index]}>
                  {row.cells[index] === undefined ? <span className={classes.nothing}>no cell</span> : row.cells[index]}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
