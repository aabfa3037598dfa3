import { Button, Card, Code, Group, List, NumberInput, SimpleGrid, Text, Title } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { tryMapping } from "#lib/contracts/mapping.ts";
import type { MappingBody } from "#lib/domain/mapping.ts";

type Props = { fileId: string; columnNames: readonly string[]; mapping: MappingBody };

/** Looking changes nothing, so nothing is read again. */
const nothingElse: readonly string[] = [];

/** The bench: any row as it is in the file, and the exact JSON that the mapping on screen makes of it. */
export function BenchCard({ fileId, columnNames, mapping }: Props) {
  const [rowNumber, setRowNumber] = useState(1);
  const bench = useCommand(tryMapping, { invalidates: nothingElse });
  const asked = JSON.stringify({ rowNumber, mapping });
  const isStale = bench.data !== undefined && JSON.stringify(bench.variables?.body) !== asked;
  return (
    <Card component="section" aria-labelledby="bench-title">
      <Title order={2} id="bench-title" mb={4}>
        Bench
      </Title>
      <Group gap="xs" align="end">
        <NumberInput
          label="Row"
          size="xs"
          w={120}
          min={1}
          allowDecimal={false}
          value={rowNumber}
          onChange={(value) => typeof value === "number" && value >= 1 && setRowNumber(value)}
        />
        {/* Every look at a row is a line in the audit log, so a person asks for it. */}
        <Button
          size="xs"
          variant="default"
          loading={bench.isPending}
          onClick={() => bench.mutate({ params: { fileId }, body: { rowNumber, mapping } })}
        >
          Show what Passfort would get
        </Button>
      </Group>
      {isStale && (
        <Text size="xs" c="dimmed" role="status">
          Row or mapping changed since; show it again.
        </Text>
      )}
      <ProblemAlert error={bench.error} />
      {bench.data && (
        <SimpleGrid cols={{ base: 1, md: 2 }} mt="xs">
          <div>
            <Title order={3} fz="xs">
              As it is in the file
            </Title>
            <List size="xs" styles={{ item: { listStyle: "none", overflowWrap: "anywhere" } }}>
              {bench.data.cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                <List.Item key={at}>
                  <b>{columnNames[at] ?? `column ${at + 1}`}</b> {cell}
                </List.Item>
              ))}
            </List>
          </div>
          <div>
            <Title order={3} fz="xs">
              As Passfort would get it
            </Title>
            {bench.data.records.map((record) => (
              <BenchRecord key={record.slot} record={record} isAlone={bench.data.records.length === 1} />
            ))}
          </div>
        </SimpleGrid>
      )}
    </Card>
  );
}

type Shown = ReplyOf<typeof tryMapping>["records"][number];

/** One record of the row: its place in a company, what could not be read, and its request. */
function BenchRecord({ record, isAlone }: { record: Shown; isAlone: boolean }) {
  const { slot, label, place, issues, request } = record;
  return (
    <div>
      {!isAlone && (
        <Title order={4} fz="xs" mt="xs">
          {label}
        </Title>
      )}
      {place.length > 0 && <Text size="xs">{place.map((each) => `${each.label}: ${each.value}`).join(" · ")}</Text>}
      {issues.map((sentence) => (
        <Text key={sentence} size="xs" c="var(--mantine-color-error)">
          {sentence}
        </Text>
      ))}
      {request === null ? (
        <Text size="xs" c="dimmed">
          A link makes no profile of its own: it is written into the data of its company.
        </Text>
      ) : (
        <Code block tabIndex={0} role="region" aria-label={slot === 0 ? "Request of this row" : `Request of ${label}`}>
          {request}
        </Code>
      )}
    </div>
  );
}
