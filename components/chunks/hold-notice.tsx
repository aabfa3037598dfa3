"use client";
import { Alert } from "@mantine/core";
import { IconHourglass } from "@tabler/icons-react";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { durationWords, secondsUntil } from "./duration-words.ts";
import { useNow } from "./use-now.ts";

/** Why nothing moves although it should, and how long that will last. */
export function HoldNotice({ chunk }: { chunk: ChunkDashboard }) {
  const now = useNow(chunk.heldUntil !== null);
  if (chunk.holdReason === null) return null;
  const left = secondsUntil(chunk.heldUntil, now);
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconHourglass aria-hidden />}
      title={left === null || left === 0 ? "Held" : `Waiting ${durationWords(left)}`}
    >
      {chunk.holdReason}
    </Alert>
  );
}
