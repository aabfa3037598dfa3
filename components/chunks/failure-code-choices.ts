import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { failureCodeWords } from "./failure-code-words.ts";

/**
 * The codes a list can be narrowed to, in words. The chosen one stays among them when its last client is sent again, or the control would
 * look empty while it still narrows. What is being settled has no code; it is found by its status.
 */
export function failureCodeChoices(
  codes: ChunkDashboard["failureCodes"],
  chosen: string | undefined,
): { value: string; label: string }[] {
  const all = new Set([...codes.map(({ code }) => code), ...(chosen === undefined ? [] : [chosen])]);
  return [...all].filter((code) => code !== "").map((code) => ({ value: code, label: labelOf(code) }));
}

function labelOf(code: string): string {
  const words = failureCodeWords(code);
  return words === code || code.startsWith("http_") ? words : `${words} (${code})`;
}
