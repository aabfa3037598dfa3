"use client";
import { Button, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconRefresh } from "@tabler/icons-react";
import { Guarded } from "#components/chunks/guarded.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { sendGaps } from "#lib/contracts/gaps.ts";
import type { ShownDelivery } from "./record.ts";

/** Sends what is missing of one created client again; why it cannot be is said by the server. */
export function SendGapsButton({ delivery }: { delivery: ShownDelivery }) {
  const send = useCommand(sendGaps, {
    onDone: ({ requeued }) =>
      notifications.show(
        requeued > 0
          ? { title: "Sent again", message: "What is missing of this client is queued once more.", color: "green" }
          : {
              title: "Nothing to send again",
              message: "What is missing has errors in the book: correct it, and draft a correction chunk.",
              color: "yellow",
            },
      ),
  });
  return (
    <Stack gap="xs" my="xs" align="flex-start">
      <Guarded permission="launch">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={send.isPending}
          onClick={() => send.mutate({ params: { chunkId: delivery.chunkId }, body: { deliveryId: delivery.id } })}
        >
          Send what is missing again
        </Button>
      </Guarded>
      <ProblemAlert error={send.error} />
    </Stack>
  );
}
