import { Checkbox, Table, Text } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { useMemo } from "react";
import { plainNumber } from "#components/ui/count-identity.ts";
import { cellCleaner, issueOfCell, textOfCell } from "#lib/domain/clean-cell.ts";
import type { Field } from "#lib/domain/field-shape.ts";
import { sentenceOfIssue } from "#lib/domain/issue-catalogue.ts";
import type { Transform } from "#lib/domain/mapping.ts";
import type { CleanedSample } from "./cleaned-sample.ts";
import { Cleaned } from "./sample-preview.tsx";
import { mappedTo, type ValuesStep } from "./value-pairs.ts";
import { ValueTarget } from "./value-target.tsx";

type Line = { value: string; count: number; row: number };
type Props = {
  lines: readonly Line[];
  field: Field;
  step: ValuesStep;
  /** From the value map on. */
  transforms: readonly Transform[];
  chosen: ReadonlyMap<string, number>;
  readOnly: boolean;
  onChosen: (chosen: ReadonlyMap<string, number>) => void;
  onTo: (value: string, to: string | undefined) => void;
};

/** The values as lines: select, value, rows, what the map makes of it, and what is sent in the end. */
export function ValueLines({ lines, field, step, transforms, chosen, readOnly, onChosen, onTo }: Props) {
  const outcomeOf = useMemo(() => outcomeTeller(field, transforms), [field, transforms]);
  const choose = (line: Line, isChosen: boolean) => {
    const next = new Map(chosen);
    if (isChosen) next.set(line.value, line.count);
    else next.delete(line.value);
    onChosen(next);
  };
  if (lines.length === 0)
    return (
      <Text size="sm" c="dimmed" ta="center" p="md">
        No value is like that.
      </Text>
    );
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table fz="xs" verticalSpacing={4} onKeyDown={moveByArrow}>
        <Table.Thead>
          <Table.Tr>
            {!readOnly && (
              <Table.Th w={36}>
                <Checkbox
                  size="xs"
                  aria-label="Select every value shown"
                  checked={lines.every(({ value }) => chosen.has(value))}
                  indeterminate={chosen.size > 0 && !lines.every(({ value }) => chosen.has(value))}
                  onChange={(event) =>
                    onChosen(
                      new Map(event.currentTarget.checked ? lines.map(({ value, count }) => [value, count]) : []),
                    )
                  }
                />
              </Table.Th>
            )}
            <Table.Th>Value</Table.Th>
            <Table.Th ta="right">Rows</Table.Th>
            <Table.Th w="34%">Becomes</Table.Th>
            <Table.Th>Is sent as</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.value} data-line>
              {!readOnly && (
                <Table.Td>
                  <Checkbox
                    size="xs"
                    aria-label={`Select “${line.value}”`}
                    checked={chosen.has(line.value)}
                    onChange={(event) => choose(line, event.currentTarget.checked)}
                  />
                </Table.Td>
              )}
              <Table.Td style={{ overflowWrap: "anywhere" }} ff="monospace">
                {line.value}
              </Table.Td>
              <Table.Td ta="right" title={`First in row ${plainNumber(line.row)}`}>
                {plainNumber(line.count)}
              </Table.Td>
              <Table.Td>
                <ValueTarget
                  kind={field.kind}
                  label={`“${line.value}” becomes`}
                  to={mappedTo(step, line.value)}
                  readOnly={readOnly}
                  onTo={(to) => onTo(line.value, to)}
                />
              </Table.Td>
              <Table.Td>
                <Cleaned cleaned={outcomeOf(line.value)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** The same code that cleans the rows on the server; what depends on other cells is left out. */
function outcomeTeller(field: Field, transforms: readonly Transform[]): (value: string) => CleanedSample {
  const clean = cellCleaner(
    field,
    transforms.filter(({ kind }) => kind !== "when"),
  );
  return (value) => {
    const cell = clean(value, { cells: [], country: undefined, warn: () => {} });
    const issue = issueOfCell(cell);
    if (issue) return { kind: "issue", sentence: sentenceOfIssue({ ...issue, value, fieldLabel: field.label }) };
    const text = textOfCell(cell);
    return text === "" ? { kind: "blank" } : { kind: "value", text };
  };
}

const edges: Record<string, "first" | "last"> = { Home: "first", End: "last" };

/** Up and down go to the same place in the next line, Home and End to the first and last; a select keeps its own keys while it is open. */
function moveByArrow(event: KeyboardEvent<HTMLTableElement>): void {
  const target = event.target;
  if (!(target instanceof HTMLInputElement) || target.getAttribute("aria-expanded") === "true") return;
  const isSelect = target.getAttribute("aria-haspopup") === "listbox";
  const isBox = target.type === "checkbox";
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
  const edge = isBox ? edges[event.key] : undefined;
  // In a select the arrow alone opens the list.
  if ((step === 0 && !edge) || (isSelect && !event.altKey)) return;
  const lines = [...event.currentTarget.querySelectorAll("tr[data-line]")];
  const line = target.closest("tr[data-line]");
  const at = line ? lines.indexOf(line) : -1;
  const next = edge ? { first: 0, last: lines.length - 1 }[edge] : at + step;
  const place = isBox ? "input[type=checkbox]" : "input:not([type=checkbox]):not([type=hidden])";
  const goal = lines[next]?.querySelector<HTMLInputElement>(place);
  if (!goal) return;
  event.preventDefault();
  goal.focus();
}
