/** Why the mapping may not change now, from the chunks (submitted or later) that hold clients of the file; null when it may. */
export function frozenBecause(chunks: readonly { number: number; status: string }[]): string | null {
  const [first, ...others] = chunks;
  if (!first) return null;
  const named =
    others.length === 0
      ? `chunk ${first.number}, which is ${first.status}`
      : `chunks ${chunks.map((chunk) => chunk.number).join(", ")}`;
  const isSubmitted = chunks.every((chunk) => chunk.status === "submitted" || chunk.status === "approved");
  return `Clients of this file are in ${named}: what an approver looks at, or what was sent, must not change. ${isSubmitted ? "Take the chunk back to change the mapping." : "Upload a corrected file instead."}`;
}
