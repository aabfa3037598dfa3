import { Box, Button, Code, CopyButton, Group, Text, Title } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { SmokeRunView } from "#lib/contracts/smoke-runs.ts";
import { smokeTag } from "#lib/domain/smoke-step.ts";

/** The profiles that stay in Passfort, with their ids, and what a person does about them. */
export function LeftProfiles({ run }: { run: SmokeRunView }) {
  return (
    <Box mt="md">
      <Title order={3}>Left in Passfort</Title>
      <Text c="dimmed" maw={820} mb="xs">
        No call deletes a profile. Whoever wants them gone searches Passfort for the tag {smokeTag}, opens each profile,
        rejects or cancels what is still open, and deletes it there if their role allows it.
      </Text>
      <Box component="ul" m={0} pl="md">
        {run.profiles.map(({ profileId, name, applicationStatus }) => (
          <li key={profileId}>
            <Group gap="xs">
              <Text>{name}</Text>
              <Code style={{ overflowWrap: "anywhere" }}>{profileId}</Code>
              <Text size="xs" c="dimmed">
                {applicationStatus ? `application ${applicationStatus}` : "no application"}
              </Text>
            </Group>
          </li>
        ))}
      </Box>
      <CopyButton value={run.profiles.map(({ profileId }) => profileId).join("\n")}>
        {({ copied, copy }) => (
          <Button
            mt="xs"
            size="compact-xs"
            variant="subtle"
            leftSection={copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
            onClick={copy}
          >
            <span aria-live="polite">{copied ? "Copied" : "Copy the ids"}</span>
          </Button>
        )}
      </CopyButton>
    </Box>
  );
}
