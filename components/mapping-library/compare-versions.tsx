import { Card, Group, Select, Text } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { compareSavedVersions } from "#lib/contracts/mapping-library.ts";
import type { SavedMapping } from "./saved-mapping.ts";
import { Sentences } from "./sentences.tsx";

/** Any two versions, in either direction. */
export function CompareVersions({ mapping }: { mapping: SavedMapping }) {
  const numbers = mapping.versions.map(({ version }) => version);
  const [from, setFrom] = useState(numbers.at(-1) ?? 1);
  const [to, setTo] = useState(numbers[0] ?? 1);
  const compared = useContract(compareSavedVersions, {
    params: { savedMappingId: mapping.id },
    query: { from, to },
  });
  const choices = numbers.map((number) => ({ value: String(number), label: `Version ${number}` }));
  const choose = (set: (version: number) => void) => (value: string | null) => value && set(Number(value));
  return (
    <Card>
      <Group gap="sm" mb="sm" align="flex-end">
        <Select
          label="From"
          w={140}
          allowDeselect={false}
          value={String(from)}
          data={choices}
          onChange={choose(setFrom)}
        />
        <Select label="To" w={140} allowDeselect={false} value={String(to)} data={choices} onChange={choose(setTo)} />
      </Group>
      <ProblemAlert error={compared.error} onRetry={() => void compared.refetch()} />
      <div role="status">{compared.data?.changes.length === 0 && <Text c="dimmed">They do the same.</Text>}</div>
      {compared.data && compared.data.changes.length > 0 && (
        <Sentences sentences={compared.data.changes} what={`From version ${from} to version ${to}`} />
      )}
    </Card>
  );
}
