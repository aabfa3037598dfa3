import type { ChunkKind, ChunkStatus } from "#lib/domain/chunk.ts";

export type Preset = { clients: number; processes: number };
type Known = { kind: ChunkKind; status: ChunkStatus };

/** The steps of the ramp (product §6); after the last one the rest follows at five processes. */
const rampSteps: readonly Preset[] = [
  { clients: 500, processes: 1 },
  { clients: 1000, processes: 3 },
];

const fixedPresets: Record<Exclude<ChunkKind, "ramp">, Preset> = {
  demo_test: { clients: 100, processes: 1 },
  pilot: { clients: 10, processes: 1 },
  correction: { clients: Number.POSITIVE_INFINITY, processes: 1 },
};

/** What the form proposes for a kind: the next ramp step, or the usual size; never more than there is. */
export function presetOf(kind: ChunkKind, chunks: readonly Known[], available: number): Preset {
  const preset = kind === "ramp" ? nextRampStep(chunks) : fixedPresets[kind];
  return { clients: Math.min(preset.clients, available), processes: preset.processes };
}

function nextRampStep(chunks: readonly Known[]): Preset {
  const taken = chunks.filter((chunk) => chunk.kind === "ramp").length;
  return rampSteps[taken] ?? { clients: Number.POSITIVE_INFINITY, processes: 5 };
}
