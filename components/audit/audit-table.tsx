import { Badge, Code, Paper, Table, Text } from "@mantine/core";
import { Instant } from "#components/ui/instant.tsx";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listAudit } from "#lib/contracts/people.ts";
import { actionWords, outcomeLook } from "./action-words.ts";

export function AuditTable({ entries }: { entries: ReplyOf<typeof listAudit>["entries"] }) {
  return (
    <Paper>
      <Table.ScrollContainer minWidth={760}>
        <Table captionSide="top">
          <Table.Caption>Newest first, in your time zone</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">When</Table.Th>
              <Table.Th scope="col">Who</Table.Th>
              <Table.Th scope="col">What</Table.Th>
              <Table.Th scope="col">To what</Table.Th>
              <Table.Th scope="col">Outcome</Table.Th>
              <Table.Th scope="col">Reason</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map((entry) => (
              <Table.Tr key={entry.id}>
                <Table.Td>
                  <Instant at={entry.at} />
                </Table.Td>
                <Table.Td>{entry.byName}</Table.Td>
                <Table.Td title={entry.action}>{actionWords(entry.action)}</Table.Td>
                <Table.Td>
                  {entry.subjectId && <Code title={entry.subjectId}>{entry.subjectId.slice(-8)}</Code>}
                </Table.Td>
                <Table.Td>
                  <Badge color={outcomeLook(entry.outcome).colour} size="sm">
                    {outcomeLook(entry.outcome).label}
                  </Badge>
                </Table.Td>
                <Table.Td maw={320}>
                  <Text size="xs">{entry.reason}</Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
