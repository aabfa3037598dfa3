import { Anchor, Badge, Group, Paper, Table } from "@mantine/core";
import Link from "next/link";
import { rowKindLooks, rowKindOf } from "#components/source/row-kinds.ts";
import { Instant } from "#components/ui/instant.tsx";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listSavedMappings } from "#lib/contracts/mapping-library.ts";

export const savedMappingHref = (id: string): string => `/settings/mapping-library/${id}`;

export function SavedMappingsTable({ mappings }: { mappings: ReplyOf<typeof listSavedMappings>["mappings"] }) {
  return (
    <Paper>
      <Table.ScrollContainer minWidth={640}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Name</Table.Th>
              <Table.Th scope="col">Rows are</Table.Th>
              <Table.Th scope="col">Versions</Table.Th>
              <Table.Th scope="col">Files using it</Table.Th>
              <Table.Th scope="col">Newest version</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {mappings.map((mapping) => (
              <Table.Tr key={mapping.id}>
                <Table.Th scope="row" fw={550}>
                  <Group gap="xs">
                    <Anchor component={Link} href={savedMappingHref(mapping.id)} inherit>
                      {mapping.name}
                    </Anchor>
                    {mapping.retiredAt && (
                      <Badge color="gray" size="sm">
                        Retired
                      </Badge>
                    )}
                  </Group>
                </Table.Th>
                <Table.Td>{rowKindLooks[rowKindOf(mapping)].many}</Table.Td>
                <Table.Td>{mapping.newestVersion}</Table.Td>
                <Table.Td>{mapping.uses}</Table.Td>
                <Table.Td>
                  <Instant at={mapping.newestAt} /> by {mapping.newestByName}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
