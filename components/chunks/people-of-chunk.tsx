import { Card, Stack, Text } from "@mantine/core";
import { Section } from "#components/records/section.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { ChunkDashboard } from "./chunk-dashboard.ts";

/** Who did what with this chunk, and when. */
export function PeopleOfChunk({ chunk }: { chunk: ChunkDashboard }) {
  const { people } = chunk;
  const acts = [
    { what: "Drafted", by: chunk.createdByName, at: chunk.createdAt },
    { what: "Submitted", by: people.submittedBy, at: chunk.submittedAt },
    { what: "Approved", by: people.approvedBy, at: chunk.approvedAt },
    { what: "Launched", by: people.launchedBy, at: chunk.launchedAt },
  ];
  return (
    <Section title="Who did what">
      <Card>
        <Stack gap={4}>
          {acts.map(({ what, by, at }) =>
            by === null || at === null ? null : (
              <Text key={what} size="sm">
                {what} by <strong>{by}</strong> on <Instant at={at} />
              </Text>
            ),
          )}
          {chunk.finishedAt && (
            <Text size="sm">
              Ended on <Instant at={chunk.finishedAt} />
            </Text>
          )}
          {people.approvalComment && (
            <Text size="sm" c="dimmed">
              The approver wrote: “{people.approvalComment}”
            </Text>
          )}
        </Stack>
      </Card>
    </Section>
  );
}
