"use client";
import { Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { unplacedProblem } from "#components/records/unplaced-problem.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { EnvironmentBadge } from "#components/ui/environment-banner.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { launchChunk } from "#lib/contracts/chunks.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { countOf } from "./number-words.ts";
import { typedCountOf } from "./typed-count.ts";

/** Launches the chunk: the person types how many clients they mean to send. */
export function LaunchDialog({
  chunk,
  opened,
  onClose,
}: {
  chunk: ChunkDashboard;
  opened: boolean;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState("");
  const launch = useCommand(launchChunk, { onDone: onClose });
  const count = typedCountOf(typed);
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Launch chunk ${chunk.number}?`}
      confirmLabel={count === null ? "Launch" : `Launch ${countOf(count, "client")}`}
      onConfirm={() => launch.mutate({ params: { chunkId: chunk.id }, body: { typedCount: count ?? 0 } })}
      loading={launch.isPending}
      disabled={count === null}
      danger={chunk.environment === "production"}
    >
      <Stack gap="sm">
        <Group gap="xs">
          <EnvironmentBadge environment={chunk.environment} />
          <Text size="sm">{chunk.connectionName}</Text>
        </Group>
        <Text size="sm">
          Profiles for {countOf(chunk.clientCount, "client")} are created there, {countOf(chunk.processes, "client")} at
          a time. A profile that was created cannot be taken back from here.
        </Text>
        <TextInput
          label="Type the number of clients"
          description={`To show that you mean all of them: ${plainNumber(chunk.clientCount)}`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="off"
          error={launch.error?.problem.fields?.typedCount}
          required
        />
        <ProblemAlert error={unplacedProblem(launch.error, ["typedCount"])} />
      </Stack>
    </ConfirmDialog>
  );
}
