"use client";
import { Radio, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { unplacedProblem } from "#components/records/unplaced-problem.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { ReasonField } from "#components/ui/reason-field.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { settleByHand } from "#lib/contracts/deliveries.ts";
import { ProfileIdField } from "./profile-id-field.tsx";

type Props = { deliveryId: string; reference: string; onClose: () => void };

/** A person says what became of a client whose answer was lost. The panel asks Passfort before it believes either. */
export function SettleDialog({ deliveryId, reference, onClose }: Props) {
  const [kind, setKind] = useState<"is_it" | "not_there">("is_it");
  const [profileId, setProfileId] = useState("");
  const [reason, setReason] = useState("");
  const settle = useCommand(settleByHand, {
    onDone: ({ goesOn }) => {
      notifications.show({
        title: "Settled",
        message: goesOn ? `${reference} goes on by itself.` : `${reference} is kept as failed: its chunk was stopped.`,
        color: "green",
      });
      onClose();
    },
  });
  const finding = kind === "is_it" ? { kind, profileId } : { kind };
  const fields = settle.error?.problem.fields ?? {};
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`What became of ${reference}?`}
      confirmLabel={kind === "is_it" ? "This profile is it" : "Send it again"}
      onConfirm={() => settle.mutate({ params: { deliveryId }, body: { finding, reason } })}
      loading={settle.isPending}
      disabled={reason.trim().length < 3 || (kind === "is_it" && profileId.trim() === "")}
    >
      <Stack gap="sm">
        <Text size="sm">
          Its answer was lost, so it may be in Passfort or not. Look in Passfort first; the panel asks once more before
          it changes anything.
        </Text>
        <Radio.Group
          label="What you found"
          value={kind}
          onChange={(value) => setKind(value === "not_there" ? "not_there" : "is_it")}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="is_it" label="It is there: this profile is it" />
            <Radio value="not_there" label="It is not there: send it again" />
          </Stack>
        </Radio.Group>
        {kind === "is_it" && (
          <ProfileIdField value={profileId} onChange={setProfileId} error={fields["finding.profileId"]} />
        )}
        <ReasonField
          value={reason}
          onChange={setReason}
          placeholder="For example: found it in the portal by its name"
          error={settle.error}
        />
        <ProblemAlert error={unplacedProblem(settle.error, ["reason", "finding.profileId"])} />
      </Stack>
    </ConfirmDialog>
  );
}
