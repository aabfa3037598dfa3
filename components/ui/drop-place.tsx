"use client";
import { Box, Button, Group, Text } from "@mantine/core";
import { Dropzone, type FileRejection } from "@mantine/dropzone";
import { notifications } from "@mantine/notifications";
import { type Icon, IconUpload, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { sizeWords } from "./size-words.ts";

type Props = {
  /** What the chooser is called. */
  label: string;
  title: string;
  /** The limits, in sentences. */
  children: ReactNode;
  button: string;
  icon: Icon;
  maxBytes: number;
  /** What to do about a file over the limit. */
  tooLargeAdvice: string;
  onPick: (files: File[]) => void;
};

/** Where files are dropped or chosen, with the limits said; what is not taken is told with its reason. */
export function DropPlace({ label, title, children, button, icon: Idle, maxBytes, tooLargeAdvice, onPick }: Props) {
  const limitsId = `limits of ${label}`.replaceAll(" ", "-");
  return (
    <Dropzone
      onDrop={onPick}
      onReject={(rejections) => sayWhyNot(rejections, maxBytes, tooLargeAdvice)}
      maxSize={maxBytes}
      validator={notEmpty}
      activateOnKeyboard={false}
      enablePointerEvents
      inputProps={{ "aria-label": label }}
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
          <Idle size={34} aria-hidden color="var(--mantine-color-dimmed)" />
        </Dropzone.Idle>
        <Box flex="0 1 640px" miw={220}>
          <Text fw={600}>{title}</Text>
          <Text size="xs" c="dimmed" id={limitsId}>
            {children}
          </Text>
        </Box>
        {/* Its press bubbles to the drop zone, which opens the chooser; alone it is what the keyboard reaches. */}
        <Button variant="default" aria-describedby={limitsId}>
          {button}
        </Button>
      </Group>
    </Dropzone>
  );
}

const notEmpty = (file: File) => (file.size === 0 ? { code: "empty", message: "The file is empty." } : null);

function sayWhyNot(rejections: FileRejection[], maxBytes: number, advice: string): void {
  for (const { file, errors } of rejections) {
    const isTooLarge = errors.some((error) => error.code === "file-too-large");
    const why = isTooLarge
      ? `It has ${sizeWords(file.size)}; at most ${sizeWords(maxBytes)} are taken. ${advice}`
      : errors.map((error) => error.message).join(" ");
    notifications.show({ color: "red", title: `${file.name} was not taken`, message: why, autoClose: 12_000 });
  }
}
