import { Button, Group, Modal, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import type { Field } from "#lib/domain/field-shape.ts";
import { type Sharing, sharingsFor } from "./draft-rules.ts";

type Props = {
  field: Field;
  /** The column that was chosen, and what feeds the field already. */
  column: string;
  others: string;
  onChoose: (sharing: Sharing) => void;
  onClose: () => void;
};

/** The dialog while there is something to choose; the focus goes back to the select when it is gone. */
export function ShareDialog({ asked, onClose }: { asked: Omit<Props, "onClose"> | null; onClose: () => void }) {
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      title={asked ? `Two sources for ${asked.field.label}` : ""}
      closeButtonProps={{ "aria-label": "Cancel" }}
    >
      {asked && <ShareForm {...asked} onClose={onClose} />}
    </Modal>
  );
}

/** A second column for one field: never without a rule. */
function ShareForm({ field, column, others, onChoose, onClose }: Props) {
  const sharings = sharingsFor(field);
  const [sharing, setSharing] = useState<Sharing>(sharings[0] ?? "alone");
  const words: Record<Sharing, { label: string; description: string }> = {
    joined: {
      label: "Join them",
      description: `${others} and then “${column}”, with a space between. Order and separator can be changed below the columns.`,
    },
    first_filled: {
      label: "Take the first that is filled",
      description: `“${column}” is used only in rows where ${others} gives nothing.`,
    },
    alone: { label: `Take “${column}” alone`, description: `${others} no longer feeds ${field.label}.` },
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(sharing);
      }}
    >
      <Stack gap="sm">
        <Radio.Group
          label={`${others} feeds ${field.label} already. What is to happen with “${column}”?`}
          value={sharing}
          onChange={(value) => setSharing(sharings.find((each) => each === value) ?? sharing)}
        >
          <Stack gap="xs" mt="xs">
            {sharings.map((each) => (
              <Radio key={each} value={each} {...words[each]} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Use it so</Button>
        </Group>
      </Stack>
    </form>
  );
}
