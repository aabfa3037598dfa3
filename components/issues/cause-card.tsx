"use client";
import { Badge, Box, Button, Card, Collapse, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconCheck,
  IconChevronDown,
  IconChevronRight,
  IconEyeOff,
  IconListSearch,
  IconPencil,
} from "@tabler/icons-react";
import Link from "next/link";
import { useId } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { useAllowed } from "#components/chunks/use-allowed.ts";
import { recordsHref } from "#components/records/records-href.ts";
import { roleWords } from "#components/records/role-words.ts";
import { BarredTracks } from "#components/ui/barred-tracks.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { Instant } from "#components/ui/instant.tsx";
import { AcknowledgeDialog } from "./acknowledge-dialog.tsx";
import type { Cause } from "./cause.ts";
import { CauseExamples } from "./cause-examples.tsx";
import { ExcludeDialog } from "./exclude-dialog.tsx";
import { FixDialog } from "./fix-dialog.tsx";
import { recordsOfCause } from "./records-of-cause.ts";
import { severityWords } from "./severity-words.ts";

/** About the files, not about what is said of them. */
const foundInFiles: readonly string[] = [
  "document.damaged",
  "document.content",
  "document.refused",
  "document.too_large",
  "document.tiff",
];

const fixableLinkCodes: readonly string[] = ["link.role", "link.percentage"];

/** One text for all cannot settle doubles, shifted rows and who belongs to whom: they are settled one by one, or left out. */
const canBeFixed = ({ code, field }: Cause): boolean =>
  code.startsWith("link.")
    ? fixableLinkCodes.includes(code)
    : !code.startsWith("row.") &&
      !foundInFiles.includes(code) &&
      field !== "reference" &&
      !field.endsWith(".reference");

/** What keeps clients from one track is settled by choosing a track. */
const mayBeAcknowledged = ({ severity, bars }: Cause): boolean => severity === "warning" && bars.length === 0;

/** One cause of trouble: how many clients, what, where, why it matters, how to fix it, and examples. */
export function CauseCard({ cause, migrationId }: { cause: Cause; migrationId: string }) {
  const [examplesOpen, examples] = useDisclosure(false);
  const [dialogOpen, dialog] = useDisclosure(false);
  const [acknowledgeOpen, acknowledging] = useDisclosure(false);
  const [fixOpen, fixing] = useDisclosure(false);
  const prepare = useAllowed("prepare");
  const examplesId = useId();
  const { label, colour, icon: Icon } = severityWords[cause.severity];
  const where = { code: cause.code, field: cause.field, fileId: cause.fileId, role: cause.role };
  const { one, many } = roleWords[cause.role];
  return (
    <Card component="article" aria-label={`${cause.title}, ${cause.fieldLabel}, ${cause.fileName}`}>
      <Group align="flex-start" gap="md" wrap="wrap">
        <Box miw={72}>
          <Text fz={26} fw={650} lh={1.1}>
            {plainNumber(cause.count)}
          </Text>
          <Text size="xs" c="dimmed">
            {cause.count === 1 ? one : many}
          </Text>
        </Box>
        <Stack gap={6} flex="1 1 260px" miw={0}>
          <Group gap="xs">
            <Badge color={colour} leftSection={<Icon size={12} aria-hidden />}>
              {label}
            </Badge>
            <Title order={3}>{cause.title}</Title>
            {cause.severity !== "error" && <BarredTracks tracks={cause.bars} />}
          </Group>
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {cause.fieldLabel || "The row as a whole"}{" "}
            <Text span c="dimmed" inherit>
              in {cause.fileName}
            </Text>
          </Text>
          <Text size="sm" c="dimmed">
            {cause.teaching}
          </Text>
          <Text size="sm">
            <Text span fw={600} inherit>
              How to fix it:
            </Text>{" "}
            {cause.fix}
          </Text>
          {cause.acknowledged && <Acknowledged {...cause.acknowledged} />}
          <Group gap="xs" mt={4}>
            <Button
              variant="default"
              size="xs"
              leftSection={
                examplesOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />
              }
              onClick={examples.toggle}
              aria-expanded={examplesOpen}
              aria-controls={examplesId}
            >
              {countOf(cause.examples.length, "example")}
            </Button>
            <Button
              component={Link}
              href={recordsHref(migrationId, recordsOfCause(cause))}
              variant="default"
              size="xs"
              leftSection={<IconListSearch size={14} aria-hidden />}
            >
              See {cause.count === 1 ? `the ${one}` : `all ${plainNumber(cause.count)}`}
            </Button>
            {prepare.allowed && mayBeAcknowledged(cause) && !cause.acknowledged?.holds && (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconCheck size={14} aria-hidden />}
                onClick={acknowledging.open}
              >
                Acknowledge…
              </Button>
            )}
            {prepare.allowed && canBeFixed(cause) && (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPencil size={14} aria-hidden />}
                onClick={fixing.open}
              >
                Correct {cause.count === 1 ? "it" : "them"}…
              </Button>
            )}
            {prepare.allowed && (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconEyeOff size={14} aria-hidden />}
                onClick={dialog.open}
              >
                Exclude {cause.count === 1 ? "it" : `all ${plainNumber(cause.count)}`}
              </Button>
            )}
          </Group>
        </Stack>
      </Group>
      <Collapse expanded={examplesOpen} id={examplesId}>
        <Box mt="sm">
          <CauseExamples cause={cause} migrationId={migrationId} />
        </Box>
      </Collapse>
      <AcknowledgeDialog
        cause={cause}
        migrationId={migrationId}
        opened={acknowledgeOpen}
        onClose={acknowledging.close}
      />
      <FixDialog cause={cause} migrationId={migrationId} opened={fixOpen} onClose={fixing.close} />
      <ExcludeDialog
        migrationId={migrationId}
        count={cause.count}
        role={cause.role}
        what={{ cause: where }}
        opened={dialogOpen}
        onClose={dialog.close}
      />
    </Card>
  );
}

function Acknowledged({ by, at, reason, count, holds }: NonNullable<Cause["acknowledged"]>) {
  return (
    <Text size="sm" style={{ overflowWrap: "anywhere" }}>
      <Text span fw={600} inherit>
        {holds ? "Acknowledged" : `Acknowledged when there were ${plainNumber(count)}; look again`}
      </Text>{" "}
      by {by}, <Instant at={at} />: {reason}
    </Text>
  );
}
