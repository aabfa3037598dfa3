"use client";
import { ActionIcon, Button, Card, Group, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconEye, IconEyeOff, IconPencil, IconPlus } from "@tabler/icons-react";
import { Instant } from "#components/ui/instant.tsx";
import { revealRecord } from "#lib/contracts/records.ts";
import { fixableFieldsOf } from "#lib/domain/fixable.ts";
import type { Correcting } from "./correct-dialog.tsx";
import type { ShownRecord } from "./record.ts";
import { RevealDialog } from "./reveal-dialog.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import { Section } from "./section.tsx";
import { useReveal } from "./use-reveal.ts";
import { type ValueRow, valueRows } from "./value-rows.ts";

/** Where every value came from: column, what the file says, what Passfort is told. Masked until revealed with a reason. */
export function RecordValues({
  record,
  onCorrect,
}: {
  record: ShownRecord;
  onCorrect?: ((what: Correcting) => void) | undefined;
}) {
  const [asking, dialog] = useDisclosure(false);
  const fixable = new Set(fixableFieldsOf(record).map(({ key }) => key));
  const { revealed, secondsLeft, reveal, hide } = useReveal(revealRecord, dialog.close);
  const button =
    revealed === null ? (
      <Button variant="default" size="xs" leftSection={<IconEye size={14} aria-hidden />} onClick={dialog.open}>
        Show personal values…
      </Button>
    ) : (
      <Button variant="default" size="xs" leftSection={<IconEyeOff size={14} aria-hidden />} onClick={hide}>
        Hide now
      </Button>
    );
  return (
    <Section
      title="Values"
      aside={
        <Group gap="xs">
          {onCorrect && record.blankFields.length > 0 && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => onCorrect({ field: null })}
            >
              Add a value…
            </Button>
          )}
          {button}
        </Group>
      }
    >
      {record.fixedBecause && (
        <Text size="sm" c="dimmed" mb="xs">
          {record.fixedBecause}
        </Text>
      )}
      <Card p={0}>
        {revealed && (
          <Group px="md" py="xs">
            <Text size="sm" role="status">
              Personal values are shown.
            </Text>
            <Text size="sm" c="dimmed">
              Hidden again in {secondsLeft} s
            </Text>
          </Group>
        )}
        <ScrollRegion label="Values of this client">
          <Table miw={560}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Field</Table.Th>
                <Table.Th>Column</Table.Th>
                <Table.Th>In the file</Table.Th>
                <Table.Th>Told to Passfort</Table.Th>
                {onCorrect && <Table.Th>Correct</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {valueRows(record.values, revealed).map((row) => (
                <Table.Tr key={row.field}>
                  <Table.Th scope="row" fw={500}>
                    {row.label}
                  </Table.Th>
                  <Table.Td c="dimmed">{row.column}</Table.Td>
                  <Table.Td style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
                    {row.raw}
                    {row.returned && <Corrected {...row.returned} how="Returned as" />}
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: "anywhere" }}>
                    {row.value === "" ? (
                      <Text c="dimmed" inherit>
                        nothing
                      </Text>
                    ) : (
                      row.value
                    )}
                    {row.correction && <Corrected {...row.correction} how="Corrected to" />}
                  </Table.Td>
                  {onCorrect && (
                    <Table.Td>
                      {fixable.has(row.field) && (
                        <ActionIcon
                          variant="default"
                          size="md"
                          aria-label={`Correct ${row.label.toLowerCase()}`}
                          onClick={() => onCorrect({ field: row.field })}
                        >
                          <IconPencil size={14} aria-hidden />
                        </ActionIcon>
                      )}
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      </Card>
      <RevealDialog
        title="Show personal values?"
        what="The values of this client"
        opened={asking}
        onClose={dialog.close}
        onReveal={(reason) => reveal.mutate({ params: { recordId: record.id }, body: { reason } })}
        loading={reveal.isPending}
        error={reveal.error}
      />
    </Section>
  );
}

type How = "Corrected to" | "Returned as";

/** `how`: by a returned problem sheet, or on the page of a client. */
function Corrected({ how, text, by, at, reason }: NonNullable<ValueRow["correction"]> & { how: How }) {
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
      {text === "" ? "Taken away" : `${how} “${text}”`} by {by}, <Instant at={at} />: {reason}
    </Text>
  );
}
