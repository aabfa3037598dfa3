"use client";
import { Button, Table, Text } from "@mantine/core";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { Retried } from "#lib/domain/retry.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { failureCodeWords } from "./failure-code-words.ts";
import { countOf } from "./number-words.ts";

type Props = {
  codes: ChunkDashboard["failureCodes"];
  /** Sends those of a code again; null where that is not possible now. */
  onRetry: ((which: Retried, count: number) => void) | null;
};

/** Errors by code, each with how many, one of their sentences, and sending those again. */
export function FailureCodesTable({ codes, onRetry }: Props) {
  return (
    <ScrollRegion label="Errors by code">
      <Table miw={620}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>What went wrong</Table.Th>
            <Table.Th>Status</Table.Th>
            <Table.Th ta="right">Clients</Table.Th>
            <Table.Th>For example</Table.Th>
            <Table.Th>
              <Text span inherit visibleFrom="sm">
                Send again
              </Text>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {codes.map(({ code, status, count, example, isTransient }) => (
            <Table.Tr key={`${status} ${code}`}>
              <Table.Td>
                {failureCodeWords(code)}
                <Text size="xs" c="dimmed">
                  {[code, isTransient && "passes by itself as a rule"].filter(Boolean).join(" · ")}
                </Text>
              </Table.Td>
              <Table.Td>
                <StatusBadge status={status} size="sm" />
              </Table.Td>
              <Table.Td ta="right">{plainNumber(count)}</Table.Td>
              <Table.Td style={{ overflowWrap: "anywhere", minWidth: 200 }}>{example}</Table.Td>
              <Table.Td>
                {status === "failed" && onRetry && (
                  <Button size="xs" variant="default" onClick={() => onRetry({ kind: "code", code }, count)}>
                    Send {countOf(count, "client")} again
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
