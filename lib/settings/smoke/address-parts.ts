import { z } from "zod";

const held = z.object({
  address_history: z.array(z.object({ address: z.record(z.string(), z.unknown()) })).min(1),
});

/** The first address of an individual's collected data, or null. */
export function addressIn(data: unknown): Record<string, unknown> | null {
  const parsed = held.safeParse(data);
  return parsed.success ? (parsed.data.address_history[0]?.address ?? null) : null;
}

/** The parts that were sent and do not come back the same, compared loosely (API contract §3.5): case and blanks do not count. */
export function changedParts(
  sent: Readonly<Record<string, string>>,
  read: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(sent)
    .filter(([part, value]) => plain(read[part]) !== plain(value))
    .map(([part]) => part);
}

/** The parts that are filled, without Passfort's own copies of what was written. */
export function filledParts(read: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(read).filter(
    (part) => part !== "type" && !part.startsWith("original_") && plain(read[part]) !== "",
  );
}

const plain = (value: unknown): string =>
  typeof value === "string" ? value.trim().replace(/\s+/g, " ").toLowerCase() : "";
