"use client";
import { Alert, Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconClock } from "@tabler/icons-react";
import { useMe } from "#components/shell/me.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { endFormerSecret } from "#lib/contracts/connections.ts";

/** A change of the webhook secret is under way: both are taken until then, or until a person ends it. */
export function FormerSecret({ connectionId, until }: { connectionId: string; until: string }) {
  const me = useMe();
  const [isAsking, asking] = useDisclosure(false);
  const end = useCommand(endFormerSecret, { onDone: asking.close });
  return (
    <Alert color="yellow" variant="light" icon={<IconClock aria-hidden />} role="note" mt="xs">
      <Group justify="space-between" gap="sm">
        <Text flex="1 1 240px">
          The former secret is taken too, until <Instant at={until} />. Set the new one in Passfort before that.
        </Text>
        {me.may("settle_in") && (
          <Button size="xs" variant="default" onClick={asking.open}>
            End the former secret
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={isAsking}
        title="End the former secret?"
        confirmLabel="End it now"
        onConfirm={() => end.mutate({ params: { connectionId } })}
        onClose={asking.close}
        loading={end.isPending}
      >
        <Text mb="xs">
          Webhooks with the former secret are turned away from now on. Passfort sends them again until it has the new
          one.
        </Text>
        <ProblemAlert error={end.error} />
      </ConfirmDialog>
    </Alert>
  );
}
