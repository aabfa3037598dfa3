"use client";
import { Alert, Box, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { IconFileZip } from "@tabler/icons-react";
import { countOf } from "#components/chunks/number-words.ts";
import { DropPlace } from "#components/ui/drop-place.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { sizeWords } from "#components/ui/size-words.ts";
import { documentBytesMax } from "#lib/domain/document.ts";
import type { DocumentUploads } from "./use-document-uploads.ts";

type Props = { maxBytes: number; uploads: DocumentUploads; onPick: (files: File[]) => void; onCancel: () => void };

/** Where archives and loose documents are dropped or chosen, with the limits said, and how far their sending is. */
export function DocumentDrop({ maxBytes, uploads, onPick, onCancel }: Props) {
  const { total, arrived, present, failed } = uploads;
  return (
    <Stack gap="xs">
      <DropPlace
        label="Documents"
        title="Drop a ZIP archive, documents or folders here"
        button="Choose documents"
        icon={IconFileZip}
        maxBytes={maxBytes}
        tooLargeAdvice="Split the archive into several."
        onPick={onPick}
      >
        PDF, JPEG, PNG, GIF or TIFF, up to {sizeWords(documentBytesMax)} each; an archive up to {sizeWords(maxBytes)}{" "}
        with 100,000 files, without a password and without archives inside. What a file is shows in its content, not in
        its name. Everything is encrypted where it is stored.
      </DropPlace>
      {present && (
        <Group gap="sm" wrap="nowrap">
          <Box flex={1} miw={0}>
            <Text size="sm" role="status" truncate>
              {present.phase === "checking" ? "Checking" : "Uploading"} {present.name}
              {total > 1 && ` (${arrived + 1} of ${total})`}
            </Text>
            <Progress value={Math.round(present.share * 100)} aria-label={`Uploading ${present.name}`} />
          </Box>
          <Button size="xs" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      )}
      {failed.length > 0 && (
        <Alert color="red" variant="light" title={`${countOf(failed.length, "file")} did not arrive`}>
          <Stack gap="xs" align="flex-start">
            <ProblemAlert error={failed[0]?.error} />
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              {failed
                .slice(0, 5)
                .map(({ file }) => file.name)
                .join(", ")}
              {failed.length > 5 && ` and ${failed.length - 5} more`}
            </Text>
            <Button size="xs" variant="default" onClick={() => onPick(failed.map(({ file }) => file))}>
              Try again
            </Button>
          </Stack>
        </Alert>
      )}
    </Stack>
  );
}
