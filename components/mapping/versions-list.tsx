import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { Sentences } from "#components/mapping-library/sentences.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { useContract } from "#lib/client/queries.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { listMappingVersions, reuseMappingVersion } from "#lib/contracts/mapping-library.ts";

type Version = ReplyOf<typeof listMappingVersions>["versions"][number];
type Props = {
  fileId: string;
  mayChange: boolean;
  /** The editor holds changes that a version used again would leave behind. */
  isChanged: boolean;
  onReused: () => void;
};

/** Every saved version of the mapping, newest first, with what each changed; an earlier one can be used again. */
export function VersionsList({ fileId, mayChange, isChanged, onReused }: Props) {
  const known = useContract(listMappingVersions, { params: { fileId } });
  const [asked, setAsked] = useState<Version | null>(null);
  const versions = known.data?.versions ?? [];
  return (
    <Card component="section" aria-labelledby="versions-title">
      <Title order={2} id="versions-title" mb={4}>
        Versions
      </Title>
      <ProblemAlert error={known.error} onRetry={() => void known.refetch()} />
      {known.data && versions.length === 0 && (
        <Text size="xs" c="dimmed">
          Not saved yet. What you see are suggestions.
        </Text>
      )}
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
        {versions.map((version, at) => (
          <li key={version.version}>
            <Group justify="space-between" gap="xs">
              <Text size="sm">
                <b>{version.version}</b>
                {at === 0 && " (in use)"} · <Instant at={version.createdAt} /> by {version.createdByName}
                {version.beganWith && ` · began with ${version.beganWith}`}
              </Text>
              {at > 0 && mayChange && (
                <Button size="compact-xs" variant="default" disabled={isChanged} onClick={() => setAsked(version)}>
                  Use version {version.version} again
                </Button>
              )}
            </Group>
            <Changes version={version} isFirst={at === versions.length - 1} />
          </li>
        ))}
      </Stack>
      {isChanged && mayChange && versions.length > 1 && (
        <Text size="xs" c="dimmed" mt="xs">
          Save your changes first, or reload to drop them: then an earlier version can be used again.
        </Text>
      )}
      {asked && <ReuseDialog fileId={fileId} version={asked} onClose={() => setAsked(null)} onReused={onReused} />}
    </Card>
  );
}

function Changes({ version, isFirst }: { version: Version; isFirst: boolean }) {
  if (isFirst) return null;
  if (version.changes.length > 0)
    return <Sentences sentences={version.changes} what={`Changes of version ${version.version}`} />;
  return (
    <Text size="xs" c="dimmed">
      Does the same as the version before.
    </Text>
  );
}

/** Says beforehand what would change, and makes a new version: those between stay. */
function ReuseDialog({
  fileId,
  version,
  onClose,
  onReused,
}: {
  fileId: string;
  version: Version;
  onClose: () => void;
  onReused: () => void;
}) {
  const reuse = useCommand(reuseMappingVersion, {
    onDone: (reply) => {
      notifications.show({
        color: "green",
        title: `Version ${reply.version} is saved`,
        message: `It says what version ${version.version} said. Every row is checked with it now.`,
      });
      onClose();
      onReused();
    },
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Use version ${version.version} again?`}
      confirmLabel="Use it and check every row"
      onConfirm={() => reuse.mutate({ params: { fileId }, body: { version: version.version } })}
      loading={reuse.isPending}
    >
      <Stack gap="xs">
        <Text size="sm">
          It becomes a new version, and every row is checked with it. The versions between stay in the list.
        </Text>
        {version.back.length === 0 ? (
          <Text size="sm">It does the same as the version in use.</Text>
        ) : (
          <>
            <Text size="sm" fw={550}>
              What will change
            </Text>
            <Sentences sentences={version.back} what="What will change" />
          </>
        )}
        <ProblemAlert error={reuse.error} />
      </Stack>
    </ConfirmDialog>
  );
}
