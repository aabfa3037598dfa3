"use client";
import { Button } from "@mantine/core";
import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { listChunks } from "#lib/contracts/chunks.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { DraftChunkForm } from "./draft-chunk-form.tsx";
import { Guarded } from "./guarded.tsx";

/** The next chunk: the form, or what is still needed before there can be one. */
export function NextChunk({ answer, migrationId }: { answer: ReplyOf<typeof listChunks>; migrationId: string }) {
  if (answer.planMissing) {
    return (
      <EmptyState
        title="There is no plan yet"
        sentence="The plan says to which Passfort account clients go, by which track and with which tags. A chunk is made from it."
        action={
          <Button component={Link} href={`/migrations/${migrationId}/plan`}>
            Make the plan
          </Button>
        }
      />
    );
  }
  if (answer.available === 0 && answer.correctable === 0) {
    return (
      <EmptyState
        title="No ready client is left for a chunk"
        sentence="Every ready client is held by a chunk already, or none is ready yet. Clients with errors become ready when their cause is settled in the review."
        action={
          <Button component={Link} href={`/migrations/${migrationId}/review`} variant="default">
            Go to the review
          </Button>
        }
      />
    );
  }
  return (
    <Guarded permission="prepare">
      <DraftChunkForm
        migrationId={migrationId}
        available={answer.available}
        correctable={answer.correctable}
        chunks={answer.chunks}
      />
    </Guarded>
  );
}
