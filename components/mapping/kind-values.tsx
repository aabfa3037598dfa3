import { Alert, SegmentedControl, Skeleton, Table, Text } from "@mantine/core";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { listColumnValues } from "#lib/contracts/column-values.ts";
import { assignedKind, withAssignedKind } from "#lib/domain/assigned-kind.ts";
import { type EntityType, entityTypes } from "#lib/domain/entity.ts";
import type { Discriminator } from "#lib/domain/mapping.ts";

type Props = {
  fileId: string;
  columnName: string;
  kindBy: Discriminator;
  /** Of whom it speaks, where it is not the row itself. */
  associate?: string;
  readOnly: boolean;
  onChange: (kindBy: Discriminator) => void;
};

const neither = "neither";
const choices = [
  { value: "individual", label: "Person" },
  { value: "company", label: "Company" },
  { value: neither, label: "Neither" },
];
/** Beyond this a column is a name or a number, and tells no kinds apart. */
const plausibleMax = 50;

/** Every value of the column over the whole file, each said to be a person, a company or neither. */
export function KindValues({ fileId, columnName, kindBy, associate, readOnly, onChange }: Props) {
  const found = useContract(listColumnValues, { params: { fileId, column: kindBy.column } }, { staleTime: 300_000 });
  if (found.error) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton h={120} w="100%" aria-label="Counting the values" />;
  const { values, distinct } = found.data;
  if (distinct > plausibleMax)
    return (
      <Alert color="yellow" title={`“${columnName}” has ${plainNumber(distinct)} different values`} w="100%">
        That is too many to tell people from companies. Choose the column that says what each {associate ?? "row"} is.
      </Alert>
    );
  const rowsOf = (kind: EntityType | undefined) =>
    values.filter(({ value }) => assignedKind(kindBy, value) === kind).reduce((sum, { count }) => sum + count, 0);
  const unsaid = rowsOf(undefined);
  return (
    <>
      <ScrollRegion label={`Values of ${columnName}`}>
        <Table miw={300} verticalSpacing={4} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Value</Table.Th>
              <Table.Th ta="right">Rows</Table.Th>
              <Table.Th>Means</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {values.map(({ value, count }) => (
              <Table.Tr key={value}>
                <Table.Td style={{ overflowWrap: "anywhere" }}>
                  {value === "" ? (
                    <Text span size="sm" fs="italic" c="dimmed">
                      empty
                    </Text>
                  ) : (
                    value
                  )}
                </Table.Td>
                <Table.Td ta="right">{plainNumber(count)}</Table.Td>
                <Table.Td>
                  <SegmentedControl
                    size="xs"
                    aria-label={`What ${value === "" ? "an empty cell" : value} means`}
                    readOnly={readOnly}
                    data={choices}
                    value={assignedKind(kindBy, value) ?? neither}
                    onChange={(choice) =>
                      onChange(
                        withAssignedKind(
                          kindBy,
                          value,
                          entityTypes.find((kind) => kind === choice),
                        ),
                      )
                    }
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <Text size="sm" role="status">
        {plainNumber(rowsOf("individual"))} rows {associate ? "say a person" : "are people"},{" "}
        {plainNumber(rowsOf("company"))} {associate ? "a company" : "are companies"}
        {unsaid === 0 ? "." : `, ${plainNumber(unsaid)} ${unsaidWords(associate)}`}
      </Text>
    </>
  );
}

const unsaidWords = (associate: string | undefined): string =>
  associate === undefined
    ? "are neither: each of those will be an error in Review."
    : `neither: where such a row has ${associate}, that will be an error in Review.`;
