import { Anchor, Table, Text } from "@mantine/core";
import Link from "next/link";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { dayWords } from "./day-words.ts";
import type { ShownRecord } from "./record.ts";
import { ScrollRegion } from "./scroll-region.tsx";
import { Section } from "./section.tsx";

/** Who belongs to this company, and which companies this record belongs to. Passfort shares no associate between companies. */
export function RecordFamily({ record }: { record: ShownRecord }) {
  const { associates, companies, role, entityType, migrationId } = record;
  const isCompany = role === "client" && entityType === "company";
  return (
    <>
      {isCompany && (
        <Section title="Associates">
          {associates.length === 0 ? (
            <Text size="sm" c="dimmed">
              No file names an associate of this company.
            </Text>
          ) : (
            <Family label="Associates" members={associates} migrationId={migrationId} />
          )}
        </Section>
      )}
      {(companies.length > 0 || (role !== "client" && role !== "document")) && (
        <Section title="Associate of">
          {companies.length === 0 ? (
            <Text size="sm" c="dimmed">
              No file says which company this associate belongs to.
            </Text>
          ) : (
            <Family label="Companies" members={companies} migrationId={migrationId} />
          )}
          {companies.length > 1 && (
            <Text size="xs" c="dimmed" mt={4}>
              Passfort does not share an associate between companies: this becomes {companies.length} profiles.
            </Text>
          )}
        </Section>
      )}
    </>
  );
}

type Member = ShownRecord["associates"][number];

function Family({ label, members, migrationId }: { label: string; members: Member[]; migrationId: string }) {
  return (
    <ScrollRegion label={label}>
      <Table miw={520}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Role</Table.Th>
            <Table.Th ta="right">Share</Table.Th>
            <Table.Th>Appointed</Table.Th>
            <Table.Th>Resigned</Table.Th>
            <Table.Th>Stands</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one record may stand in two lists, and a list is never re-ordered
            <Table.Tr key={at}>
              <Table.Td>
                {member.recordId === null ? (
                  <Text size="sm">{member.reference ?? "nobody"} (in no file)</Text>
                ) : (
                  <Anchor
                    component={Link}
                    href={`/migrations/${migrationId}/records/${member.recordId}`}
                    size="sm"
                    underline="always"
                    prefetch={false}
                  >
                    {member.maskedName || member.reference || "no name"}
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td>{member.role}</Table.Td>
              <Table.Td ta="right">{member.percentage !== null && `${member.percentage} %`}</Table.Td>
              <Table.Td>{member.appointedOn && dayWords(member.appointedOn)}</Table.Td>
              <Table.Td>{member.resignedOn && dayWords(member.resignedOn)}</Table.Td>
              <Table.Td>
                {member.readiness && <StatusBadge status={member.isCreated ? "created" : member.readiness} size="sm" />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
