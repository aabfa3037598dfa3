"use client";
import { Button } from "@mantine/core";
import { IconPlugConnected } from "@tabler/icons-react";
import type { UseMutationResult } from "@tanstack/react-query";
import type { ProblemError } from "#lib/client/call.ts";
import { type CommandInput, useCommand } from "#lib/client/mutations.ts";
import { testConnection } from "#lib/contracts/connections.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { Connection } from "./connection.ts";

export type Test = UseMutationResult<ReplyOf<typeof testConnection>, ProblemError, CommandInput<typeof testConnection>>;
export const useTest = (): Test => useCommand(testConnection, { invalidates: ["/api/connections"] });

export function TestButton({ connection, test }: { connection: Connection; test: Test }) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlugConnected size={14} aria-hidden />}
      loading={test.isPending}
      onClick={() => test.mutate({ params: { connectionId: connection.id } })}
      aria-label={`Test the connection ${connection.name}`}
    >
      Test
    </Button>
  );
}
