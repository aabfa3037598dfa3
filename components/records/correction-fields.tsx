import { Select, TextInput } from "@mantine/core";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { ReasonField } from "#components/ui/reason-field.tsx";
import type { ProblemError } from "#lib/client/call.ts";
import type { FieldKind } from "#lib/domain/field-shape.ts";
import { howToWrite } from "./how-to-write.ts";
import { unplacedProblem } from "./unplaced-problem.ts";
import type { CorrectionDraft } from "./use-correction-draft.ts";

export type FieldChoice = { field: string; label: string; kind: FieldKind };

type Props = {
  draft: CorrectionDraft;
  /** The field that is corrected, as far as it is known. */
  field: FieldChoice | undefined;
  /** Undefined: the field is given. */
  choices?: readonly FieldChoice[] | undefined;
  mayBeEmpty: boolean;
  label: string;
  placeholder: string;
  error: ProblemError | null;
  /** What the server calls the text when it refuses it. */
  nameOfText: string;
};

/** What every correction asks, of one record or of many: the field where it is open, what it should be, and why. */
export function CorrectionFields({ draft, field, choices, mayBeEmpty, label, placeholder, error, nameOfText }: Props) {
  return (
    <>
      {choices && (
        <Select
          label="Field"
          data={choices.map((choice) => ({ value: choice.field, label: choice.label }))}
          value={draft.field}
          onChange={draft.setField}
          searchable
          required
        />
      )}
      <TextInput
        label={label}
        description={field && `${howToWrite(field.kind)}${mayBeEmpty ? " Leave it empty to take the value away." : ""}`}
        value={draft.text}
        onChange={(event) => draft.setText(event.currentTarget.value)}
        error={error?.problem.fields?.[nameOfText]}
      />
      <ReasonField value={draft.reason} onChange={draft.setReason} placeholder={placeholder} error={error} />
      <ProblemAlert error={unplacedProblem(error, ["reason", nameOfText])} />
    </>
  );
}
