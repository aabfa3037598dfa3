"use client";
import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { useAllowed } from "#components/chunks/use-allowed.ts";
import { Section } from "#components/records/section.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { useContract } from "#lib/client/queries.ts";
import { listFixes, undoFix } from "#lib/contracts/fixes.ts";
import { listInWords } from "#lib/domain/list-words.ts";
import { FixProgress, isUnderWay, type ShownFix } from "./fix-progress.tsx";

/** What people corrected, with how far its clients are checked again, and the way back. */
export function FixesList({ migrationId }: { migrationId: string }) {
  const prepare = useAllowed("prepare");
  const [undoing, setUndoing] = useState<ShownFix | null>(null);
  const list = useContract(
    listFixes,
    { params: { migrationId } },
    { refetchInterval: ({ state }) => (state.data?.fixes.some(isUnderWay) ? 1_000 : 15_000) },
  );
  const undo = useCommand(undoFix, {
    onDone: ({ records, isDone }) => {
      notifications.show({
        title: "The correction is taken back",
        message: `${countOf(records, undoing ? nounOf(undoing) : "record")} ${isDone ? "checked again without it." : "are being checked again without it."}`,
        color: "green",
      });
      setUndoing(null);
    },
  });
  const fixes = list.data?.fixes ?? [];
  if (fixes.length === 0) return <ProblemAlert error={list.error} />;
  return (
    <Section title={countOf(list.data?.total ?? fixes.length, "correction")}>
      <Stack gap="xs">
        {fixes.map((fix) => (
          <FixCard key={fix.id} fix={fix} onUndo={prepare.allowed ? () => setUndoing(fix) : undefined} />
        ))}
      </Stack>
      <ConfirmDialog
        opened={undoing !== null}
        onClose={() => {
          undo.reset();
          setUndoing(null);
        }}
        title="Take this correction back?"
        confirmLabel="Take it back"
        onConfirm={() => undoing && undo.mutate({ params: { fixId: undoing.id } })}
        loading={undo.isPending}
      >
        <Stack gap="sm">
          <Text size="sm">
            {undoing && whatItDid(undoing)} What stood before stands again, and{" "}
            {undoing && (undoing.records === 1 ? `the ${nounOf(undoing)} is` : `the ${nounOf(undoing)}s are`)} checked
            again.
          </Text>
          <ProblemAlert error={undo.error} />
        </Stack>
      </ConfirmDialog>
    </Section>
  );
}

const nounOf = ({ cells }: ShownFix): string => (cells > 0 ? "row" : "record");

const whatItDid = ({ fields, cells, columns, records, fileName }: ShownFix): string =>
  cells > 0
    ? `${countOf(cells, "cell")} of ${countOf(records, "row")} in ${fileName}, returned: ${listInWords(columns.slice(0, 6))}${columns.length > 6 ? " and more" : ""}.`
    : `${listInWords(fields)} of ${countOf(records, "record")} in ${fileName}.`;

function FixCard({ fix, onUndo }: { fix: ShownFix; onUndo: (() => void) | undefined }) {
  return (
    <Card p="sm" component="article" aria-label={`Correction: ${whatItDid(fix)}`}>
      <Group justify="space-between" gap="sm" wrap="wrap">
        <Stack gap={2} flex="1 1 240px" miw={0}>
          <Text size="sm" fw={600} td={fix.undoneAt ? "line-through" : undefined} style={{ overflowWrap: "anywhere" }}>
            {whatItDid(fix)}
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {fix.by}, <Instant at={fix.at} />: {fix.reason}
          </Text>
          {fix.undoneAt && (
            <Text size="sm" c="dimmed">
              Taken back by {fix.undoneBy}, <Instant at={fix.undoneAt} />
            </Text>
          )}
        </Stack>
        {!fix.undoneAt && onUndo && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            onClick={onUndo}
            aria-label={`Take back: ${whatItDid(fix)}`}
          >
            Take back
          </Button>
        )}
      </Group>
      <FixProgress fix={fix} />
    </Card>
  );
}
