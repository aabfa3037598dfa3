"use client";
import { Button, Card, Group, Input, NumberInput, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { plainNumber } from "#components/ui/count-identity.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { draftChunk } from "#lib/contracts/chunks.ts";
import { type ChunkKind, chunkKinds, processesMax } from "#lib/domain/chunk.ts";
import type { ChunkSummary } from "./chunk-row.tsx";
import { chunkKindWords } from "./kind-words.ts";
import { countOf } from "./number-words.ts";
import { presetOf } from "./preset.ts";

type Props = { migrationId: string; available: number; correctable: number; chunks: readonly ChunkSummary[] };

/** Drafts the next chunk. Nothing is sent: the draft is looked at, submitted and approved first. */
export function DraftChunkForm({ migrationId, available: ready, correctable, chunks }: Props) {
  const router = useRouter();
  const [kind, setKind] = useState<ChunkKind>(ready === 0 ? "correction" : "ramp");
  const availableFor = (of: ChunkKind) => (of === "correction" ? correctable : ready);
  const [size, setSize] = useState(() => presetOf(kind, chunks, availableFor(kind)));
  const available = availableFor(kind);
  const draft = useCommand(draftChunk, {
    onDone: ({ chunkId }) => router.push(`/migrations/${migrationId}/chunks/${chunkId}`),
  });
  const fields = draft.error?.problem.fields ?? {};
  const chooseKind = (chosen: string | null) => {
    const next = chunkKinds.find((known) => known === chosen) ?? "ramp";
    setKind(next);
    setSize(presetOf(next, chunks, availableFor(next)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    draft.mutate({ params: { migrationId }, body: { kind, ...size } });
  };
  return (
    <Card component="form" onSubmit={submit}>
      <Stack gap="md">
        <Select
          label="Kind"
          description={chunkKindWords[kind].sentence}
          data={chunkKinds.map((value) => ({ value, label: chunkKindWords[value].label }))}
          value={kind}
          onChange={chooseKind}
          allowDeselect={false}
        />
        <Group align="flex-end" gap="xs">
          <NumberInput
            label="Number of clients"
            description={`The first ones in file order, of ${plainNumber(available)} available.`}
            value={size.clients}
            onChange={(value) => setSize({ ...size, clients: Number(value) || 0 })}
            min={1}
            max={available}
            thousandSeparator=","
            allowDecimal={false}
            allowNegative={false}
            error={fields.clients}
            flex="1 1 180px"
            required
          />
          <Button variant="default" onClick={() => setSize({ ...size, clients: available })}>
            All {plainNumber(available)}
          </Button>
        </Group>
        <Input.Wrapper
          label="Processes"
          description="How many clients are being sent at the same time. Passfort asks for five at most."
          labelElement="div"
          error={fields.processes}
        >
          <SegmentedControl
            mt={6}
            fullWidth
            aria-label="Processes"
            value={String(size.processes)}
            onChange={(value) => setSize({ ...size, processes: Number(value) })}
            data={Array.from({ length: processesMax }, (_, index) => String(index + 1))}
          />
        </Input.Wrapper>
        <ProblemAlert error={draft.error} />
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            Nothing is sent yet: you see first what Passfort would get.
          </Text>
          <Button type="submit" loading={draft.isPending} disabled={size.clients < 1 || size.clients > available}>
            Draft a chunk of {countOf(size.clients, "client")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
