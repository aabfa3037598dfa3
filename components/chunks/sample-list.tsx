"use client";
import { Accordion, Code, Group, Text } from "@mantine/core";
import type { ChunkDashboard } from "./chunk-dashboard.ts";

/** A few clients of the chunk, masked, each with exactly the JSON that Passfort will be sent. */
export function SampleList({ samples }: { samples: ChunkDashboard["samples"] }) {
  if (samples.length === 0) return <Text c="dimmed">No samples are kept for this chunk.</Text>;
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        Personal values are masked here; Passfort gets them whole. Open one to see its request.
      </Text>
      <Accordion variant="contained" order={3} multiple>
        {samples.map((sample) => (
          <Accordion.Item key={sample.recordId} value={sample.recordId}>
            <Accordion.Control>
              <Group gap="sm">
                <Text fw={600}>{sample.reference}</Text>
                <Text c="dimmed">{sample.maskedName}</Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Code block tabIndex={0} role="region" aria-label={`Request for ${sample.reference}`} fz="xs">
                {JSON.stringify(sample.request, null, 2)}
              </Code>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </>
  );
}
