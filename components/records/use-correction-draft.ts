"use client";
import { useState } from "react";

/** What a person is about to say: which field, what it should be, and why. `field` null: not chosen yet. */
export function useCorrectionDraft(first: string | null) {
  const [field, setField] = useState(first);
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const clear = () => {
    setField(first);
    setText("");
    setReason("");
  };
  return { field, text, reason, setField, setText, setReason, clear };
}
export type CorrectionDraft = ReturnType<typeof useCorrectionDraft>;
