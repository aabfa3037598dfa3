import { Alert, Card, Group, Text } from "@mantine/core";
import { IconAlertOctagon, IconCircleCheck } from "@tabler/icons-react";
import { Fragment } from "react";
import { Section } from "#components/records/section.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { identityRows } from "./identity-rows.ts";
import { countOf } from "./number-words.ts";

/** The counting identity of a chunk: its clients are the sum of its parts, and the page says whether that is so. */
export function ChunkIdentity({ chunk }: { chunk: ChunkDashboard }) {
  return (
    <Section title="Everybody is accounted for">
      <Card>
        <Group gap="xs" align="center">
          <Text fw={650}>{countOf(chunk.clientCount, "client")} =</Text>
          {identityRows(chunk.deliveries).map(({ status, count }, index) => (
            <Fragment key={status}>
              {index > 0 && (
                <Text c="dimmed" aria-hidden>
                  +
                </Text>
              )}
              <Group gap={6} wrap="nowrap">
                <Text fw={count > 0 ? 650 : 400}>{plainNumber(count)}</Text>
                <StatusBadge status={status} size="sm" />
              </Group>
            </Fragment>
          ))}
        </Group>
        {chunk.identityHolds ? (
          <Group gap={6} mt="sm" wrap="nowrap">
            <IconCircleCheck size={18} color="var(--mantine-color-green-7)" aria-hidden />
            <Text size="sm">The numbers add up. They are counted from the records themselves.</Text>
          </Group>
        ) : (
          <Alert
            color="red"
            variant="light"
            mt="sm"
            icon={<IconAlertOctagon aria-hidden />}
            role="alert"
            title="The numbers do not add up"
          >
            Pause the chunk and tell an admin, with this page.
          </Alert>
        )}
      </Card>
    </Section>
  );
}
