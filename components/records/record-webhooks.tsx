import { Card, Table, Text } from "@mantine/core";
import { Instant } from "#components/ui/instant.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { eventWords } from "./event-words.ts";
import type { ShownRecord } from "./record.ts";
import { ScrollRegion } from "./scroll-region.tsx";
import { Section } from "./section.tsx";

/** What Passfort told us about this client since it was created. */
export function RecordWebhooks({ record }: { record: ShownRecord }) {
  return (
    <Section title="Webhooks">
      <Card p={record.webhooks.length === 0 ? "md" : 0}>
        {record.webhooks.length === 0 ? (
          <Text c="dimmed">
            None yet. When something happens to this client's profile, Passfort tells the panel, and it shows here.
          </Text>
        ) : (
          <ScrollRegion label="Webhooks of this client">
            <Table miw={460}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Event</Table.Th>
                  <Table.Th>Received</Table.Th>
                  <Table.Th>Status</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {record.webhooks.map((webhook) => (
                  <Table.Tr key={webhook.id}>
                    <Table.Td style={{ overflowWrap: "anywhere" }}>{eventWords(webhook.event)}</Table.Td>
                    <Table.Td>
                      <Instant at={webhook.receivedAt} />
                    </Table.Td>
                    <Table.Td miw={150}>
                      <StatusBadge status={webhook.status} size="sm" />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollRegion>
        )}
      </Card>
    </Section>
  );
}
