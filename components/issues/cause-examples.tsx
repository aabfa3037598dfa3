import { Anchor, Table, Text } from "@mantine/core";
import Link from "next/link";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import type { Cause } from "./cause.ts";

/** Up to ten rows that show a cause, each with its sentence. */
export function CauseExamples({ cause, migrationId }: { cause: Cause; migrationId: string }) {
  return (
    <ScrollRegion label={`Examples: ${cause.title}, ${cause.fieldLabel}`}>
      <Table miw={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Row</Table.Th>
            <Table.Th>Reference</Table.Th>
            <Table.Th>What is wrong</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cause.examples.map((example) => (
            <Table.Tr key={example.recordId}>
              <Table.Td>
                {example.rowNumber}
                {example.slot > 0 && (
                  <Text span c="dimmed" inherit>
                    , associate {example.slot}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Anchor
                  component={Link}
                  href={`/migrations/${migrationId}/records/${example.recordId}`}
                  size="sm"
                  underline="always"
                >
                  {example.reference ?? `row ${example.rowNumber}`}
                </Anchor>
              </Table.Td>
              <Table.Td style={{ overflowWrap: "anywhere" }}>{example.sentence}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
