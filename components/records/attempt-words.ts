import { millisecondWords } from "#components/chunks/duration-words.ts";

type Called = { httpStatus: number | null; code: string | null; durationMs: number | null };

/** What is known of a call, to stand after its time: ", 85 ms, HTTP 429, RATE_LIMITED". Only what is known. */
export function attemptWords({ httpStatus, code, durationMs }: Called): string {
  const facts = [
    durationMs === null ? null : millisecondWords(durationMs),
    httpStatus === null ? null : `HTTP ${httpStatus}`,
    code,
  ];
  return facts.flatMap((fact) => (fact === null ? [] : [`, ${fact}`])).join("");
}
