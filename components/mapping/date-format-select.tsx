import { Checkbox, NumberInput, Select, Stack } from "@mantine/core";
import { plainNumber } from "#components/ui/count-identity.ts";
import { areRivals } from "#lib/domain/calendar-date.ts";
import {
  type DateFormat,
  dateFormats,
  dateFormatWords,
  hasShortYear,
  type Transform,
  type TransformOf,
} from "#lib/domain/mapping.ts";
import { DateProofAlert } from "./date-proof-alert.tsx";
import { dateReadingsOf } from "./date-readings.ts";
import type { MappedColumn } from "./mapping-draft.ts";

type Props = {
  column: MappedColumn;
  transforms: readonly Transform[];
  readOnly: boolean;
  onChange: (transforms: Transform[]) => void;
};

/** How the dates of a column are written, each choice with what it makes of a value. A doubtful order must be chosen by a person. */
export function DateFormatSelect({ column, transforms, readOnly, onChange }: Props) {
  const step = transforms.find((each) => each.kind === "date");
  const readings = dateReadingsOf(column.dates, step?.latestYear);
  const choose = (format: string | null) => {
    const plain = transforms.filter((each) => each.kind !== "date");
    const kept = step?.latestYear === undefined ? {} : { latestYear: step.latestYear };
    onChange(isDateFormat(format) ? [...plain, { kind: "date", format, ...kept }] : plain);
  };
  const change = (part: Partial<TransformOf<"date">>) =>
    onChange(transforms.map((each) => (each.kind === "date" ? { ...each, ...part } : each)));
  const chosen = step ? [step.format, ...(step.also ?? [])] : [];
  // What the chosen formats leave unread and another could read without contradicting them.
  const others = readings.filter(
    ({ format, fits }) =>
      fits > 0 && format !== step?.format && !chosen.some((one) => one !== format && areRivals(one, format)),
  );
  return (
    <>
      <DateProofAlert column={column} />
      <Select
        size="xs"
        label="Dates are written as"
        placeholder="Choose the format"
        value={step?.format ?? null}
        onChange={choose}
        readOnly={readOnly}
        error={step ? undefined : "Must be chosen; a date is never guessed"}
        data={readings.map(({ format, fits, example }) => ({
          value: format,
          label: `${dateFormatWords(format)} · ${fits === 0 ? "fits no value" : `fits ${plainNumber(fits)}${example ? `, ${example.words}` : ""}`}`,
        }))}
      />
      {step && others.length > 0 && (
        <Checkbox.Group
          size="xs"
          label="Some values are written otherwise. Read them too"
          value={step.also ?? []}
          onChange={(also) => {
            const next = also.filter(isDateFormat);
            change({ also: next.length > 0 ? next : undefined });
          }}
        >
          <Stack gap={4} mt={4}>
            {others.map(({ format, fits, example }) => (
              <Checkbox
                key={format}
                size="xs"
                value={format}
                disabled={readOnly}
                label={`${dateFormatWords(format)} · ${plainNumber(fits)} ${fits === 1 ? "value" : "values"}${example ? `, “${example.raw}” is ${example.words}` : ""}`}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {step && chosen.some(hasShortYear) && (
        <NumberInput
          size="xs"
          label="Two digits mean a year up to"
          description="People alive today were born up to this year; other dates may lie later."
          min={1900}
          max={2100}
          value={step.latestYear ?? ""}
          readOnly={readOnly}
          error={step.latestYear === undefined ? "Must be said; a century is never guessed" : undefined}
          onChange={(year) => change({ latestYear: typeof year === "number" ? year : undefined })}
        />
      )}
    </>
  );
}

const isDateFormat = (text: string | null): text is DateFormat => dateFormats.some((format) => format === text);
