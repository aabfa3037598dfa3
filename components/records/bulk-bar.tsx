"use client";
import { Button, Group, Text } from "@mantine/core";
import { IconArrowBackUp, IconEyeOff, IconPencil, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { BulkExcludeDialog } from "./bulk-exclude-dialog.tsx";
import { BulkFixDialog } from "./bulk-fix-dialog.tsx";
import { BulkIncludeDialog } from "./bulk-include-dialog.tsx";
import type { ChosenRecords } from "./chosen-records.ts";

type Props = { chosen: ChosenRecords; onDone: () => void };

const dialogs = { fix: BulkFixDialog, exclude: BulkExcludeDialog, include: BulkIncludeDialog };

/** What can be done with the chosen records at once. */
export function BulkBar({ chosen, onDone }: Props) {
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const Dialog = open && dialogs[open];
  const done = () => {
    setOpen(null);
    onDone();
  };
  const button = (what: keyof typeof dialogs, label: string, icon: React.ReactNode) => (
    <Button size="xs" variant="default" leftSection={icon} onClick={() => setOpen(what)}>
      {label}
    </Button>
  );
  return (
    <Group component="section" aria-label="Chosen records" gap="xs" mb="xs">
      <Text size="sm" fw={600} role="status">
        {chosen.words} chosen
      </Text>
      {button("fix", "Set a value…", <IconPencil size={14} aria-hidden />)}
      {button("exclude", "Exclude…", <IconEyeOff size={14} aria-hidden />)}
      {button("include", "Take back in…", <IconArrowBackUp size={14} aria-hidden />)}
      <Button size="xs" variant="subtle" leftSection={<IconX size={14} aria-hidden />} onClick={onDone}>
        Choose none
      </Button>
      {Dialog && <Dialog chosen={chosen} onClose={() => setOpen(null)} onDone={done} />}
    </Group>
  );
}
