import { Alert, List, Table, Text } from "@mantine/core";
import { IconCalendarCheck, IconCalendarQuestion } from "@tabler/icons-react";
import { plainNumber } from "#components/ui/count-identity.ts";
import { type DateProof, dateProofOf } from "#lib/stages/map/date-proof.ts";
import type { MappedColumn } from "./mapping-draft.ts";

const titles: Record<DateProof["verdict"], string> = {
  proven: "The order of day and month is proven",
  either: "Day first or month first?",
  mixed: "Both orders stand in this column",
  no_question: "How these dates are written",
};
const advice: Record<DateProof["verdict"], string | null> = {
  proven: null,
  either: "The wrong order makes other birthdays. Ask whoever made the export, then choose.",
  mixed:
    "No single order reads them all. Whichever you choose, values of the other order become issues, and those that fit both may be wrong: ask for an export with one order.",
  no_question: null,
};

/** What the values prove about their dates, counted over the whole file, with rows to look at. */
export function DateProofAlert({ column }: { column: MappedColumn }) {
  const proof = dateProofOf(column.dates);
  if (!proof) return null;
  const isDoubtful = proof.verdict === "either" || proof.verdict === "mixed";
  return (
    <Alert
      color={isDoubtful ? "yellow" : "gray"}
      variant="light"
      icon={isDoubtful ? <IconCalendarQuestion aria-hidden /> : <IconCalendarCheck aria-hidden />}
      py={6}
      title={titles[proof.verdict]}
    >
      <List size="xs" spacing={2}>
        {proof.lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      {column.countedRows !== null && (
        <Text size="xs">
          Looked at up to row {plainNumber(column.countedRows)}; behind it there are too many different values.
        </Text>
      )}
      {proof.bothWays.length > 0 && (
        <Table fz="xs" mt={4} withRowBorders={false} verticalSpacing={0} horizontalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Value</Table.Th>
              <Table.Th>Day first</Table.Th>
              <Table.Th>Month first</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {proof.bothWays.map(({ value, row, dayFirst, monthFirst }) => (
              <Table.Tr key={row}>
                <Table.Td>
                  {value} (row {plainNumber(row)})
                </Table.Td>
                <Table.Td>{dayFirst}</Table.Td>
                <Table.Td>{monthFirst}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {advice[proof.verdict] && (
        <Text size="xs" mt={4}>
          {advice[proof.verdict]}
        </Text>
      )}
    </Alert>
  );
}
