import { Button, Card, Group, Progress, Stack, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { Section } from "#components/records/section.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { Instant } from "#components/ui/instant.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { sizeWords } from "#components/ui/size-words.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { withdrawDocuments } from "#lib/contracts/documents.ts";
import { documentBundleMachine } from "#lib/domain/document-bundle.ts";
import { sourcesOf } from "#lib/domain/state-machine.ts";
import { bundleWords } from "./bundle-words.ts";
import type { Bundle } from "./document-line.ts";

const withdrawable = sourcesOf(documentBundleMachine, "withdrawn");
const shownMax = 20;

/** What was uploaded, newest first, how far its unpacking is, and how to take it out. */
export function BundleList({ bundles, mayWithdraw }: { bundles: readonly Bundle[]; mayWithdraw: boolean }) {
  const [withdrawing, setWithdrawing] = useState<Bundle | null>(null);
  const [isWhole, setWhole] = useState(false);
  const close = () => {
    setWithdrawing(null);
    withdraw.reset();
  };
  const withdraw = useCommand(withdrawDocuments, { onDone: close });
  const newest = [...bundles].reverse();
  const shown = isWhole ? newest : newest.slice(0, shownMax);
  if (bundles.length === 0) return null;
  return (
    <Section title={countOf(bundles.length, "upload")}>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
        {shown.map((bundle) => (
          <Card component="li" padding="xs" key={bundle.id}>
            <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
              <Stack gap={4} flex={1} miw={0}>
                <Group gap="xs">
                  <Text fw={600} size="sm" style={{ overflowWrap: "anywhere" }}>
                    {bundle.name}
                  </Text>
                  <StatusBadge status={bundle.status} size="sm" />
                </Group>
                <Text size="sm" role={bundleWords[bundle.status].isUnderWay ? "status" : undefined}>
                  {bundleWords[bundle.status].sentenceOf(bundle)}
                </Text>
                {bundle.status === "unpacking" && bundle.entries !== null && (
                  <Progress
                    value={Math.round((100 * bundle.doneEntries) / Math.max(1, bundle.entries))}
                    aria-label={`Unpacking ${bundle.name}`}
                  />
                )}
                {bundle.repeatOf && (
                  <Text size="sm">{bundle.repeatOf} Withdraw one of the two if this was not meant.</Text>
                )}
                <Text size="xs" c="dimmed" component="div">
                  {sizeWords(bundle.sizeBytes)} · uploaded <Instant at={bundle.uploadedAt} /> by {bundle.uploadedByName}{" "}
                  · SHA-256 {bundle.sha256.slice(0, 12)}…
                </Text>
              </Stack>
              {mayWithdraw && withdrawable.includes(bundle.status) && (
                <Button
                  size="xs"
                  variant="subtle"
                  color="red"
                  c="var(--mantine-color-error)"
                  leftSection={<IconTrash size={14} aria-hidden />}
                  onClick={() => setWithdrawing(bundle)}
                  aria-label={`${bundleWords[bundle.status].leaveLabel} ${bundle.name}`}
                >
                  {bundleWords[bundle.status].leaveLabel}
                </Button>
              )}
            </Group>
          </Card>
        ))}
      </Stack>
      {shown.length < bundles.length && (
        <Button variant="default" size="xs" mt="xs" onClick={() => setWhole(true)}>
          Show all {plainNumber(bundles.length)}
        </Button>
      )}
      <ConfirmDialog
        opened={withdrawing !== null}
        title={`Withdraw ${withdrawing?.name ?? "this upload"}?`}
        confirmLabel="Withdraw it"
        danger
        loading={withdraw.isPending}
        onClose={close}
        onConfirm={() => withdrawing && withdraw.mutate({ params: { bundleId: withdrawing.id } })}
      >
        <Stack gap="sm">
          <Text size="sm">
            Its documents are deleted from the panel for good, and rows of manifests that name them become missing. It
            can be uploaded again.
          </Text>
          <ProblemAlert error={withdraw.error} />
        </Stack>
      </ConfirmDialog>
    </Section>
  );
}
