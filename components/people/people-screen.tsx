"use client";
import { Badge, Button, Paper, Skeleton, Stack, Table } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useMe } from "#components/shell/me.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { listPeople } from "#lib/contracts/people.ts";
import { roleWords } from "#lib/domain/person.ts";
import { AddPerson } from "./add-person.tsx";

export function PeopleScreen() {
  const me = useMe();
  const list = useContract(listPeople);
  const [isAdding, adding] = useDisclosure(false);
  return (
    <>
      <PageHead
        title="People"
        description="Who works with this panel, and in which role. Nobody approves what they made or changed themselves."
        actions={
          me.may("settle_in") && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={adding.open}>
              Add a person
            </Button>
          )
        }
      />
      <Stack gap="sm">
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending && <Skeleton h={160} />}
        {list.data && (
          <Paper>
            <Table.ScrollContainer minWidth={560}>
              <Table captionSide="bottom">
                <Table.Caption>
                  {list.data.people.length === 1 ? "1 person" : `${list.data.people.length} people`}
                </Table.Caption>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">Name</Table.Th>
                    <Table.Th scope="col">E-mail</Table.Th>
                    <Table.Th scope="col">Role</Table.Th>
                    <Table.Th scope="col">Added</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {list.data.people.map((person) => (
                    <Table.Tr key={person.id}>
                      <Table.Th scope="row" fw={550}>
                        {person.name} {person.id === me.id && "(you)"}
                      </Table.Th>
                      <Table.Td>{person.email}</Table.Td>
                      <Table.Td>
                        <Badge color="gray">{roleWords[person.role]}</Badge>
                      </Table.Td>
                      <Table.Td>
                        <Instant at={person.createdAt} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Paper>
        )}
      </Stack>
      <AddPerson opened={isAdding} onClose={adding.close} />
    </>
  );
}
