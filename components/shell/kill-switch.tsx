"use client";
import { ActionIcon, Button, List, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconHandStop } from "@tabler/icons-react";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { ReasonField } from "#components/ui/reason-field.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { useContract } from "#lib/client/queries.ts";
import { listRunning, pauseEverything } from "#lib/contracts/kill-switch.ts";
import { useMe } from "./me.tsx";

/** The kill switch: one act that pauses every running chunk of every connection. In the header, for whoever may brake. */
export function KillSwitch() {
  const me = useMe();
  const [opened, dialog] = useDisclosure(false);
  if (!me.may("halt")) return null;
  return (
    <>
      <Button
        variant="outline"
        color="red"
        c="var(--mantine-color-error)"
        size="xs"
        px="xs"
        leftSection={<IconHandStop size={16} aria-hidden />}
        onClick={dialog.open}
        visibleFrom="sm"
      >
        Pause everything
      </Button>
      <ActionIcon
        variant="outline"
        color="red"
        c="var(--mantine-color-error)"
        onClick={dialog.open}
        hiddenFrom="sm"
        aria-label="Pause everything"
      >
        <IconHandStop size={16} aria-hidden />
      </ActionIcon>
      {opened && <KillDialog onClose={dialog.close} />}
    </>
  );
}

function KillDialog({ onClose }: { onClose: () => void }) {
  const [reason, setReason] = useState("");
  const running = useContract(listRunning, {}, { refetchInterval: 2000 });
  const pause = useCommand(pauseEverything, {
    onDone: ({ paused }) => {
      notifications.show({
        title: paused === 0 ? "Nothing was running" : "Everything is paused",
        message:
          paused === 0
            ? "No chunk had to be paused."
            : `${paused === 1 ? "One chunk was" : `${paused} chunks were`} paused. A person resumes each of them.`,
        color: "yellow",
      });
      onClose();
    },
  });
  const chunks = running.data?.chunks ?? [];
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title="Pause everything?"
      confirmLabel="Pause everything now"
      onConfirm={() => pause.mutate({ body: { reason } })}
      loading={pause.isPending}
      disabled={reason.trim().length < 3}
      danger
    >
      <Stack gap="sm">
        <Text size="sm">
          Every running chunk of every connection pauses at once: no new call starts, calls in flight end. Nothing is
          lost. Afterwards a person resumes each chunk, one by one.
        </Text>
        {running.data && chunks.length === 0 && <Text size="sm">Nothing is running at the moment.</Text>}
        {chunks.length > 0 && (
          <List size="sm" aria-label="Chunks that are running">
            {chunks.map((chunk) => (
              <List.Item key={chunk.id}>
                Chunk {chunk.number} of {chunk.migrationName}, to {chunk.connectionName}
              </List.Item>
            ))}
          </List>
        )}
        <ReasonField
          value={reason}
          onChange={setReason}
          placeholder="For example: the products were mapped wrongly"
          error={pause.error}
        />
        <ProblemAlert error={running.error ?? (pause.error?.problem.fields?.reason ? null : pause.error)} />
      </Stack>
    </ConfirmDialog>
  );
}
