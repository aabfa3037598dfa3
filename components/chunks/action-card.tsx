import { Card, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Section } from "#components/records/section.tsx";

/** What can be done next: a sentence that says what it leads to, the problem of the last try, and the buttons. */
export function ActionCard({
  title,
  sentence,
  problem,
  children,
}: {
  title: string;
  sentence: ReactNode;
  problem?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Section title={title}>
      <Card>
        <Stack gap="sm">
          <Text component="div">{sentence}</Text>
          {problem}
          <Group gap="xs">{children}</Group>
        </Stack>
      </Card>
    </Section>
  );
}
