import { Alert, Badge, Button, Card, Code, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { IconEye, IconInfoCircle, IconTableOptions, IconTrash } from "@tabler/icons-react";
import Link from "next/link";
import { Instant } from "#components/ui/instant.tsx";
import { sizeWords } from "#components/ui/size-words.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { checkWords, fileLooks, formatWords, isUnderWay, type ListedFile } from "./file-words.ts";
import { rowKindLooks, rowKindOf } from "./row-kinds.ts";
import { UnreadableHelp } from "./unreadable-help.tsx";

type Props = {
  file: ListedFile;
  mappingHref: string;
  onPreview: () => void;
  onExplain: () => void;
  onChangeKind: (() => void) | null;
  onWithdraw: (() => void) | null;
};

const howRead = ({ doubts }: { doubts: number }) => `How it was read${doubts > 0 ? ` (${doubts} to look at)` : ""}`;

/** One uploaded file: what it is, how far its reading and checking are, and what can be done with it. */
export function FileCard({ file, mappingHref, onPreview, onExplain, onChangeKind, onWithdraw }: Props) {
  const look = fileLooks[file.status];
  const check = checkWords(file);
  const { many } = rowKindLooks[rowKindOf(file)];
  return (
    <Card component="li" padding="sm">
      <Stack gap={6}>
        <Group justify="space-between" gap="xs" align="flex-start">
          <Group gap="xs">
            <Title order={3} style={{ overflowWrap: "anywhere" }}>
              {file.name}
            </Title>
            <StatusBadge status={file.status} size="sm" />
            <Badge color="gray" size="sm">
              {many}
            </Badge>
            {onChangeKind && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={onChangeKind}
                aria-label={`Change what ${file.name} holds`}
              >
                Change
              </Button>
            )}
          </Group>
          <Group gap="xs">
            {(look.hasRows || look.needsHelp) && (
              <Button size="xs" variant="default" onClick={onExplain} aria-label={`${howRead(file)}: ${file.name}`}>
                {howRead(file)}
              </Button>
            )}
            {look.hasRows && (
              <>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconEye size={14} aria-hidden />}
                  onClick={onPreview}
                  aria-label={`Rows of ${file.name}`}
                >
                  Rows
                </Button>
                <Button
                  size="xs"
                  variant={file.mappingVersion === null ? "filled" : "default"}
                  leftSection={<IconTableOptions size={14} aria-hidden />}
                  component={Link}
                  href={mappingHref}
                  aria-label={`Map columns of ${file.name}`}
                >
                  Map columns
                </Button>
              </>
            )}
            {onWithdraw && (
              <Button
                size="xs"
                variant="subtle"
                color="red"
                c="var(--mantine-color-error)"
                leftSection={<IconTrash size={14} aria-hidden />}
                onClick={onWithdraw}
                aria-label={`${look.isUnderWay ? "Stop and withdraw" : "Withdraw"} ${file.name}`}
              >
                {look.isUnderWay ? "Stop and withdraw" : "Withdraw"}
              </Button>
            )}
          </Group>
        </Group>
        <Text role={isUnderWay(file) ? "status" : undefined}>{look.sentenceOf(file)}</Text>
        {look.isUnderWay && (
          <Progress value={Math.round(file.progress * 100)} animated aria-label={`Reading ${file.name}`} />
        )}
        {check && <Text c={file.checkFailure ? "var(--mantine-color-error)" : "dimmed"}>{check}</Text>}
        {file.repeatOf && (
          <Alert color="yellow" variant="light" icon={<IconInfoCircle aria-hidden />} py={6}>
            {file.repeatOf} Withdraw one of the two if this was not meant.
          </Alert>
        )}
        {look.needsHelp && <UnreadableHelp />}
        <Text size="xs" c="dimmed" component="div">
          {[sizeWords(file.sizeBytes), formatWords(file)].filter(Boolean).join(" · ")} · uploaded{" "}
          <Instant at={file.uploadedAt} /> by {file.uploadedByName} · SHA-256{" "}
          <Code fz="inherit" title={file.sha256}>
            {file.sha256.slice(0, 12)}…
          </Code>
        </Text>
      </Stack>
    </Card>
  );
}
