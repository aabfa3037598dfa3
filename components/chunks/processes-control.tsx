"use client";
import { Input, SegmentedControl, Stack, Text } from "@mantine/core";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { setProcesses } from "#lib/contracts/chunks.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { processesSentence } from "./processes-sentence.ts";
import { useAllowed } from "./use-allowed.ts";

/** As many processes as send from now on, up to the approved number; and why it may be fewer at the moment. */
export function ProcessesControl({ chunk }: { chunk: ChunkDashboard }) {
  const halt = useAllowed("halt");
  const change = useCommand(setProcesses);
  const sentence = processesSentence(chunk);
  const seen = chunk.allowedProcesses;
  return (
    <Stack gap={6}>
      {chunk.processes > 1 && (
        <Input.Wrapper
          label="Processes"
          description={`Approved: ${chunk.processes}. Fewer, and back again, needs no approval; it holds from the next client on.`}
          labelElement="div"
        >
          <SegmentedControl
            mt={6}
            aria-label="Processes that send now"
            value={String(change.isPending ? (change.variables.body?.processes ?? seen) : seen)}
            onChange={(value) =>
              change.mutate({ params: { chunkId: chunk.id }, body: { processes: Number(value), seen } })
            }
            data={Array.from({ length: chunk.processes }, (_, index) => String(index + 1))}
            disabled={!halt.allowed || change.isPending}
          />
        </Input.Wrapper>
      )}
      <ProblemAlert error={change.error} />
      {sentence && <Text size="sm">{sentence}</Text>}
    </Stack>
  );
}
