import { Anchor, Group, Table, Text } from "@mantine/core";
import { IconBuilding, IconFileText, IconLink, IconUser } from "@tabler/icons-react";
import Link from "next/link";
import { plainNumber } from "#components/ui/count-identity.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listRecords } from "#lib/contracts/issues.ts";
import { isEntity } from "#lib/domain/record-role.ts";
import { applicationStatusWords } from "./application-status-words.ts";
import { ScrollRegion } from "./scroll-region.tsx";

export type RecordLine = ReplyOf<typeof listRecords>["records"][number];

const roleNotes: Record<RecordLine["role"], string> = { client: "", associate: " (associate)", link: "", document: "" };

const kinds = {
  individual: { label: "Person", icon: IconUser },
  company: { label: "Company", icon: IconBuilding },
  link: { label: "Link", icon: IconLink },
  document: { label: "Document", icon: IconFileText },
};

/** Clients as lines: who (masked), from which row, where it stands, and what Passfort says. */
export function RecordTable({ records, migrationId }: { records: readonly RecordLine[]; migrationId: string }) {
  return (
    <ScrollRegion label="Records">
      <Table miw={820} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Reference</Table.Th>
            <Table.Th>Stands</Table.Th>
            <Table.Th>Name</Table.Th>
            <Table.Th>Kind</Table.Th>
            <Table.Th ta="right">Issues</Table.Th>
            <Table.Th>Application</Table.Th>
            <Table.Th>Row</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {records.map((record) => (
            <RecordRow key={record.id} record={record} migrationId={migrationId} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function RecordRow({ record, migrationId }: { record: RecordLine; migrationId: string }) {
  const { label, icon: Icon } = kinds[isEntity(record.role) ? record.entityType : record.role];
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          component={Link}
          href={`/migrations/${migrationId}/records/${record.id}`}
          size="sm"
          underline="always"
          prefetch={false}
        >
          {record.reference ?? `row ${record.rowNumber}`}
        </Anchor>
      </Table.Td>
      <Table.Td miw={150}>
        <StatusBadge status={record.standing} size="sm" />
        {record.excludedReason && (
          <Text size="xs" c="dimmed">
            {record.excludedReason}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{record.maskedName}</Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Icon size={14} aria-hidden />
          {label}
          {roleNotes[record.role]}
        </Group>
      </Table.Td>
      <Table.Td ta="right">{plainNumber(record.issueCount)}</Table.Td>
      <Table.Td>{record.applicationStatus && applicationStatusWords(record.applicationStatus)}</Table.Td>
      <Table.Td>
        {plainNumber(record.rowNumber)}{" "}
        <Text span c="dimmed" inherit>
          of {record.fileName}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
