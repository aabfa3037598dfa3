"use client";
import { useEffect, useState } from "react";
import { useNow } from "#components/chunks/use-now.ts";
import { useCommand } from "#lib/client/mutations.ts";
import { revealRecord } from "#lib/contracts/records.ts";
import type { Revealed } from "./record.ts";

const revealedForMs = 60_000;

/** Unmasked values of a record for a minute; then they are forgotten, here and in the memory of the page. */
export function useReveal(onRevealed: () => void) {
  const [revealed, setRevealed] = useState<{ values: Revealed; untilMs: number } | null>(null);
  const reveal = useCommand(revealRecord, {
    invalidates: [],
    onDone: (values) => {
      setRevealed({ values, untilMs: Date.now() + revealedForMs });
      onRevealed();
    },
  });
  const { reset } = reveal;
  const now = useNow(revealed !== null);
  const secondsLeft = revealed === null ? 0 : Math.max(0, Math.ceil((revealed.untilMs - now) / 1000));
  useEffect(() => {
    if (revealed === null) return;
    const hiding = setTimeout(() => {
      setRevealed(null);
      reset();
    }, revealed.untilMs - Date.now());
    return () => clearTimeout(hiding);
  }, [revealed, reset]);
  const hide = () => {
    setRevealed(null);
    reset();
  };
  return { revealed: revealed?.values ?? null, secondsLeft, reveal, hide };
}
