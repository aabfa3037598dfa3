"use client";
import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTrash } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { removeConnection } from "#lib/contracts/connections.ts";
import type { Connection } from "./connection.ts";

export function RemoveConnection({ connection }: { connection: Connection }) {
  const router = useRouter();
  const [isAsking, asking] = useDisclosure(false);
  const remove = useCommand(removeConnection, { onDone: () => router.push("/settings/connections") });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => {
          remove.reset();
          asking.open();
        }}
      >
        Remove this connection
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={`Remove ${connection.name}?`}
        confirmLabel="Remove"
        danger
        onConfirm={() => remove.mutate({ params: { connectionId: connection.id } })}
        onClose={asking.close}
        loading={remove.isPending}
      >
        <Text mb="xs">
          Its key and its secret are deleted here, with its smoke runs and the webhooks it received. What was made in
          Passfort stays there. A connection that a plan or a chunk uses is not removed.
        </Text>
        <ProblemAlert error={remove.error} />
      </ConfirmDialog>
    </>
  );
}
