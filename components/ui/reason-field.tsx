import { Textarea } from "@mantine/core";
import type { ProblemError } from "#lib/client/call.ts";

type Props = { value: string; onChange: (reason: string) => void; placeholder: string; error: ProblemError | null };

/** Why somebody does this; a refusal of it stands at the field. */
export function ReasonField({ value, onChange, placeholder, error }: Props) {
  return (
    <Textarea
      label="Reason"
      description="Read later by the approver and the auditor."
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error?.problem.fields?.reason}
      maxLength={500}
      autosize
      minRows={2}
      required
    />
  );
}
