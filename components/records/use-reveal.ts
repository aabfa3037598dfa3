"use client";
import { useEffect, useState } from "react";
import { useNow } from "#components/chunks/use-now.ts";
import { useCommand } from "#lib/client/mutations.ts";
import type { Contract, ReplyOf } from "#lib/contracts/contract.ts";

const revealedForMs = 60_000;

/** What a contract unmasks, for a minute; then it is forgotten, here and in the memory of the page. */
export function useReveal<C extends Contract>(contract: C, onRevealed: () => void) {
  const [revealed, setRevealed] = useState<{ values: ReplyOf<C>; untilMs: number } | null>(null);
  const reveal = useCommand(contract, {
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
