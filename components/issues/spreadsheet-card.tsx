"use client";
import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFileDownload, IconFileUpload } from "@tabler/icons-react";
import { useAllowed } from "#components/chunks/use-allowed.ts";
import { Section } from "#components/records/section.tsx";
import type { Cause } from "./cause.ts";
import { ProblemSheetDialog } from "./problem-sheet-dialog.tsx";
import { ReturnDialog } from "./return-dialog.tsx";

/** Problems out as a spreadsheet, and the corrected spreadsheet in again: for those who know the clients and not this panel. */
export function SpreadsheetCard({ migrationId, causes }: { migrationId: string; causes: readonly Cause[] }) {
  const prepare = useAllowed("prepare");
  const [downloading, download] = useDisclosure(false);
  const [returning, back] = useDisclosure(false);
  return (
    <Section title="Fix in a spreadsheet">
      <Card p="sm">
        <Group justify="space-between" gap="sm" wrap="wrap">
          <Stack gap={2} flex="1 1 300px" miw={0}>
            <Text size="sm">
              Download the rows with problems in the columns of their file, correct them in Excel or LibreOffice, and
              return the file. You see what will change before it does, and can take it back.
            </Text>
          </Stack>
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              leftSection={<IconFileDownload size={14} aria-hidden />}
              onClick={download.open}
              disabled={causes.length === 0}
            >
              Download the problems…
            </Button>
            {prepare.allowed && (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconFileUpload size={14} aria-hidden />}
                onClick={back.open}
              >
                Return a corrected file…
              </Button>
            )}
          </Group>
        </Group>
      </Card>
      <ProblemSheetDialog migrationId={migrationId} causes={causes} opened={downloading} onClose={download.close} />
      <ReturnDialog migrationId={migrationId} opened={returning} onClose={back.close} />
    </Section>
  );
}
