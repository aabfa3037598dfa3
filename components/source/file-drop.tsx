"use client";
import { Box, Button, Group, Text } from "@mantine/core";
import { Dropzone, type FileRejection } from "@mantine/dropzone";
import { notifications } from "@mantine/notifications";
import { IconFileSpreadsheet, IconUpload, IconX } from "@tabler/icons-react";
import { plainNumber } from "#components/ui/count-identity.ts";
import { sizeWords } from "#components/ui/size-words.ts";
import { cellCharactersMax, columnsMax, rowsMax } from "#lib/stages/parse/limits.ts";

/** Where files are dropped or chosen, with its limits said. */
export function FileDrop({ maxBytes, onPick }: { maxBytes: number; onPick: (files: File[]) => void }) {
  return (
    <Dropzone
      onDrop={onPick}
      onReject={sayWhyNot(maxBytes)}
      maxSize={maxBytes}
      validator={notEmpty}
      activateOnKeyboard={false}
      enablePointerEvents
      inputProps={{ "aria-label": "CSV files" }}
      p="lg"
    >
      <Group justify="center" gap="md">
        <Dropzone.Accept>
          <IconUpload size={34} aria-hidden />
        </Dropzone.Accept>
        <Dropzone.Reject>
          <IconX size={34} aria-hidden />
        </Dropzone.Reject>
        <Dropzone.Idle>
          <IconFileSpreadsheet size={34} aria-hidden color="var(--mantine-color-dimmed)" />
        </Dropzone.Idle>
        <Box flex="0 1 640px" miw={220}>
          <Text fw={600}>Drop files here</Text>
          <Text size="xs" c="dimmed" id="drop-limits">
            CSV, TSV, XLSX, JSON or NDJSON, also as .gz or alone in a ZIP, one client or associate per row. How they are
            written is found out and can be changed. Up to {sizeWords(maxBytes)}, {plainNumber(rowsMax)} rows,{" "}
            {plainNumber(columnsMax)} columns and {plainNumber(cellCharactersMax)} characters in a cell; a file over a
            limit is refused whole, nothing is ever cut off.
          </Text>
        </Box>
        {/* Its press bubbles to the drop zone, which opens the chooser; alone it is what the keyboard reaches. */}
        <Button variant="default" aria-describedby="drop-limits">
          Choose files
        </Button>
      </Group>
    </Dropzone>
  );
}

const notEmpty = (file: File) => (file.size === 0 ? { code: "empty", message: "The file is empty." } : null);

const sayWhyNot = (maxBytes: number) => (rejections: FileRejection[]) => {
  for (const { file, errors } of rejections) {
    const isTooLarge = errors.some((error) => error.code === "file-too-large");
    const why = isTooLarge
      ? `It has ${sizeWords(file.size)}; at most ${sizeWords(maxBytes)} are taken. Split the export into several files.`
      : errors.map((error) => error.message).join(" ");
    notifications.show({ color: "red", title: `${file.name} was not taken`, message: why, autoClose: 12_000 });
  }
};
