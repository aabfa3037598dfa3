"use client";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useCommand } from "#lib/client/mutations.ts";
import { type listFailures, retryFailed } from "#lib/contracts/chunks.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { SettleDialog } from "./settle-dialog.tsx";
import { useAllowed } from "./use-allowed.ts";
import { useMayRetry } from "./use-may-retry.ts";

export type Failure = ReplyOf<typeof listFailures>["failures"][number];

/** What a person may do about one client that was not created: send it again, or say what became of it. */
export function FailureActions({ chunk, failure }: { chunk: ChunkDashboard; failure: Failure }) {
  const [settling, setSettling] = useState(false);
  const launch = useAllowed("launch");
  const mayRetry = useMayRetry(chunk);
  const retry = useCommand(retryFailed, {
    onDone: () =>
      notifications.show({ title: "Sent again", message: `${failure.reference} is queued once more.`, color: "green" }),
  });
  if (!launch.allowed) return null;
  return (
    <>
      {mayRetry && failure.status === "failed" && (
        <Button
          size="xs"
          variant="default"
          aria-label={`Send again: ${failure.reference}`}
          onClick={() =>
            retry.mutate({
              params: { chunkId: chunk.id },
              body: { which: { kind: "record", recordId: failure.recordId } },
            })
          }
          loading={retry.isPending}
        >
          Send again
        </Button>
      )}
      {failure.maySettle && (
        <Button
          size="xs"
          variant="default"
          aria-label={`Settle by hand: ${failure.reference}`}
          onClick={() => setSettling(true)}
        >
          Settle by hand…
        </Button>
      )}
      {settling && (
        <SettleDialog
          deliveryId={failure.deliveryId}
          reference={failure.reference}
          onClose={() => setSettling(false)}
        />
      )}
    </>
  );
}
