import { Anchor, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { Instant } from "#components/ui/instant.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readSavedVersion } from "#lib/contracts/mapping-library.ts";
import { WordsOfMapping } from "./mapping-words.tsx";
import type { SavedMapping } from "./saved-mapping.ts";
import { Sentences } from "./sentences.tsx";

/** Newest first, each with what it changed; the newest open in words. */
export function SavedVersions({ mapping }: { mapping: SavedMapping }) {
  const [opened, setOpened] = useState<number | null>(mapping.versions[0]?.version ?? null);
  return (
    <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
      {mapping.versions.map((version) => (
        <OneVersion
          key={version.version}
          mapping={mapping}
          version={version}
          isOpen={opened === version.version}
          onToggle={() => setOpened(opened === version.version ? null : version.version)}
        />
      ))}
    </Stack>
  );
}

type Props = {
  mapping: SavedMapping;
  version: SavedMapping["versions"][number];
  isOpen: boolean;
  onToggle: () => void;
};

function OneVersion({ mapping, version, isOpen, onToggle }: Props) {
  const number = version.version;
  return (
    <Card component="li">
      <Group justify="space-between" gap="xs" align="flex-start">
        <div>
          <Title order={3}>Version {number}</Title>
          <Text size="xs" c="dimmed">
            <Instant at={version.createdAt} /> by {version.createdByName}, made on {version.madeOn},{" "}
            {countOf(version.columns, "column")}, {usedBy(version.uses)}
          </Text>
        </div>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onToggle} aria-expanded={isOpen}>
            {isOpen ? "Hide" : "Show"} version {number} in words
          </Button>
          <Anchor
            size="sm"
            href={`/api/mapping-library/${mapping.id}/versions/${number}/mapping.json`}
            download
            aria-label={`Download version ${number} as JSON`}
          >
            <Group component="span" gap={4}>
              <IconDownload size={14} aria-hidden />
              JSON
            </Group>
          </Anchor>
        </Group>
      </Group>
      {version.note && <Text mt="xs">{version.note}</Text>}
      {version.changes.length > 0 && (
        <Stack gap={2} mt="xs">
          <Text size="sm" fw={550}>
            What it changed in version {number - 1}
          </Text>
          <Sentences sentences={version.changes} what={`Changes of version ${number}`} />
        </Stack>
      )}
      {isOpen && <Words savedMappingId={mapping.id} version={number} />}
    </Card>
  );
}

const usedBy = (files: number): string => (files === 0 ? "no file uses it" : `${countOf(files, "file")} began with it`);

function Words({ savedMappingId, version }: { savedMappingId: string; version: number }) {
  const read = useContract(readSavedVersion, { params: { savedMappingId, version } }, { staleTime: Infinity });
  return (
    <div style={{ marginTop: "var(--mantine-spacing-sm)" }}>
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {read.data && <WordsOfMapping words={read.data.words} />}
    </div>
  );
}
