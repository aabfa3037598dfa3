"use client";
import { Button, Code, Divider, SimpleGrid, Text } from "@mantine/core";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readMe } from "#lib/contracts/people.ts";
import { roleWords } from "#lib/domain/person.ts";

type DemoPerson = ReplyOf<typeof readMe>["demoPeople"][number];

/** The people of a first start with the simulator: one press fills the form. */
export function DemoPeople({
  people,
  password,
  onPick,
}: {
  people: DemoPerson[];
  password: string | null;
  onPick: (person: DemoPerson) => void;
}) {
  return (
    <>
      <Divider my="md" label="This is a demonstration" />
      <Text size="xs" c="dimmed" mb="xs">
        Fill the form with one of these people, then sign in. {password && <>The password of all of them is </>}
        {password && <Code>{password}</Code>}
      </Text>
      <SimpleGrid cols={2} spacing="xs">
        {people.map((person) => (
          <Button
            key={person.email}
            variant="default"
            h="auto"
            py={6}
            justify="flex-start"
            onClick={() => onPick(person)}
          >
            <span style={{ textAlign: "left" }}>
              <Text span display="block" fw={550}>
                {roleWords[person.role]}
              </Text>
              <Text span display="block" size="xs" c="dimmed">
                {person.name}
              </Text>
            </span>
          </Button>
        ))}
      </SimpleGrid>
    </>
  );
}
