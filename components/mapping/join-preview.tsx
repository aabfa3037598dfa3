import { Table, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { plainNumber } from "#components/ui/count-identity.ts";
import { useLook } from "#lib/client/queries.ts";
import { previewJoin } from "#lib/contracts/mapping.ts";
import type { Field } from "#lib/domain/field-shape.ts";
import type { Assignment, JoinRule } from "#lib/domain/mapping.ts";
import type { CleanedSample } from "./cleaned-sample.ts";
import { useMappingFile } from "./mapping-file.tsx";
import { Cleaned } from "./sample-preview.tsx";

type Props = { field: Field; rule: JoinRule; assignments: readonly Assignment[] };

/** The rule on real rows: some with every column filled, some with gaps. */
export function JoinPreview({ field, rule, assignments }: Props) {
  const { fileId, columnNames } = useMappingFile();
  const [asked] = useDebouncedValue({ field: field.key, rule, assignments: [...assignments] }, 300);
  const shown = useLook(
    previewJoin,
    { params: { fileId }, body: asked },
    { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY },
  );
  if (!shown.data) return null;
  if (shown.data.rows.length === 0)
    return (
      <Text size="xs" c="dimmed">
        None of the first rows has anything in these columns.
      </Text>
    );
  return (
    <Table.ScrollContainer minWidth={260} flex="2 1 320px">
      <Table fz="xs" verticalSpacing={2} aria-label={`${field.label} on real rows`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Row</Table.Th>
            {shown.data.order.map((column) => (
              <Table.Th key={column}>{columnNames[column] || `column ${column + 1}`}</Table.Th>
            ))}
            <Table.Th>{field.label}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.data.rows.map(({ rowNumber, cells, becomes, issue }) => (
            <Table.Tr key={rowNumber}>
              <Table.Td>{plainNumber(rowNumber)}</Table.Td>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                <Table.Td key={at} style={{ overflowWrap: "anywhere" }}>
                  {cell}
                </Table.Td>
              ))}
              <Table.Td style={{ overflowWrap: "anywhere" }}>
                <Cleaned cleaned={outcomeOf(becomes, issue)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function outcomeOf(becomes: string | null, issue: string | null): CleanedSample {
  if (issue !== null) return { kind: "issue", sentence: issue };
  return becomes === null ? { kind: "blank" } : { kind: "value", text: becomes };
}
