"use client";
import { Card, Stack } from "@mantine/core";
import { Section } from "#components/records/section.tsx";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { ChunkIdentity } from "./chunk-identity.tsx";
import { ChunkProgress } from "./chunk-progress.tsx";
import { FailureCodes } from "./failure-codes.tsx";
import { FailureList } from "./failure-list.tsx";
import { GapList } from "./gap-list.tsx";
import { HistorySection } from "./history-section.tsx";
import { HoldNotice } from "./hold-notice.tsx";
import { LiveControls } from "./live-controls.tsx";
import { PaceFacts } from "./pace-facts.tsx";
import { PaceOverTime } from "./pace-over-time.tsx";
import { PeopleOfChunk } from "./people-of-chunk.tsx";
import { ProcessesControl } from "./processes-control.tsx";

/** The dashboard of a chunk on its way: how far, how fast, what went wrong, and the brakes. */
export function LiveView({ chunk }: { chunk: ChunkDashboard }) {
  return (
    <Stack gap="lg">
      <Section title="Progress">
        <Card>
          <Stack gap="md">
            <ChunkProgress
              number={chunk.number}
              clientCount={chunk.clientCount}
              deliveries={chunk.deliveries}
              withGaps={chunk.withGaps}
              size="xl"
            />
            <HoldNotice chunk={chunk} />
            <LiveControls chunk={chunk} />
            {chunk.status !== "stopping" && <ProcessesControl chunk={chunk} />}
          </Stack>
        </Card>
      </Section>
      <PaceFacts chunk={chunk} />
      <ChunkIdentity chunk={chunk} />
      <HistorySection chunk={chunk} />
      <PaceOverTime chunk={chunk} />
      <FailureCodes chunk={chunk} />
      <FailureList chunk={chunk} />
      <GapList chunk={chunk} />
      <PeopleOfChunk chunk={chunk} />
    </Stack>
  );
}
