import { Card, List, Text, Title } from "@mantine/core";
import { Instant } from "#components/ui/instant.tsx";
import type { MappingReply } from "./mapping-draft.ts";

/** Every saved version of the mapping, newest first. */
export function VersionsList({ versions }: { versions: MappingReply["versions"] }) {
  return (
    <Card component="section" aria-labelledby="versions-title">
      <Title order={2} id="versions-title" mb={4}>
        Versions
      </Title>
      {versions.length === 0 ? (
        <Text size="xs" c="dimmed">
          Not saved yet. What you see are suggestions.
        </Text>
      ) : (
        <List size="xs" spacing={2} styles={{ item: { listStyle: "none" } }}>
          {versions.map(({ version, createdAt, createdByName }, index) => (
            <List.Item key={version}>
              <b>{version}</b>
              {index === 0 && " (in use)"} · <Instant at={createdAt} /> by {createdByName}
            </List.Item>
          ))}
        </List>
      )}
    </Card>
  );
}
