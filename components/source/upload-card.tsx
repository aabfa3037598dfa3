import { Button, Card, Group, Progress, Stack, Text } from "@mantine/core";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { sizeWords } from "#components/ui/size-words.ts";
import { RowKindRadios } from "./row-kind-radios.tsx";
import type { RowKind } from "./row-kinds.ts";
import { type Upload, uploadPhases } from "./upload-phases.ts";

type Props = {
  upload: Upload;
  onChooseKind: (rowKind: RowKind) => void;
  onStart: () => void;
  onLeaveOut: () => void;
};

/** One file on its way: what it holds, how far it is, and how to stop it. */
export function UploadCard({ upload, onChooseKind, onStart, onLeaveOut }: Props) {
  const look = uploadPhases[upload.phase];
  const percent = Math.round(upload.share * 100);
  return (
    <Card component="li" padding="sm">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <div>
            <Text fw={600} style={{ overflowWrap: "anywhere" }}>
              {upload.file.name}
            </Text>
            <Text size="xs" c="dimmed" role="status">
              {sizeWords(upload.file.size)} · {look.sentence}
              {look.isMoving && upload.phase !== "queued" && ` ${percent} %`}
            </Text>
          </div>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={onLeaveOut}>
              {look.leaveLabel}
            </Button>
            {look.mayStart && (
              <Button size="xs" onClick={onStart} disabled={!upload.rowKind}>
                {upload.phase === "failed" ? "Try again" : "Upload"}
              </Button>
            )}
          </Group>
        </Group>
        {look.mayStart && (
          <RowKindRadios
            value={upload.rowKind}
            description={
              upload.guess
                ? `Guessed because ${upload.guess.reason}. Change it if it is wrong.`
                : "The file does not say. Choose, then upload."
            }
            onChoose={onChooseKind}
          />
        )}
        {look.isMoving && (
          <Progress
            value={percent}
            animated={upload.phase === "sending"}
            aria-label={`${look.sentence}: ${upload.file.name}`}
          />
        )}
        <ProblemAlert error={upload.error} />
      </Stack>
    </Card>
  );
}
