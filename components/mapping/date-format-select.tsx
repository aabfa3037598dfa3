import { Alert, NumberInput, Select, Text } from "@mantine/core";
import { IconCalendarQuestion } from "@tabler/icons-react";
import { type DateFormat, dateFormats, hasShortYear, type Transform } from "#lib/domain/mapping.ts";
import { dateReadingsOf } from "./date-readings.ts";
import type { MappedColumn } from "./mapping-draft.ts";

type Props = {
  column: MappedColumn;
  transforms: readonly Transform[];
  readOnly: boolean;
  onChange: (transforms: Transform[]) => void;
};

/** How the dates of a column are written, each choice with what it makes of a sample. A doubtful order must be chosen by a person. */
export function DateFormatSelect({ column, transforms, readOnly, onChange }: Props) {
  const step = transforms.find((each) => each.kind === "date");
  const chosen = step?.format ?? null;
  const readings = dateReadingsOf(column.samples);
  const likely = readings.filter((reading) => reading.fits > 0);
  const choose = (format: string | null) => {
    const plain = transforms.filter((step) => step.kind !== "date");
    onChange(isDateFormat(format) ? [...plain, { kind: "date", format }] : plain);
  };
  return (
    <>
      {column.dateAmbiguous && (
        <Alert
          color="yellow"
          variant="light"
          icon={<IconCalendarQuestion aria-hidden />}
          py={6}
          title="Day first or month first?"
        >
          <Text size="xs">
            Every value can be read both ways, and the wrong one makes other birthdays. Ask whoever made the export.
          </Text>
          {likely.map(
            ({ format, example }) =>
              example && <Text key={format} size="xs">{`${format}: ${example.raw} is ${example.words}`}</Text>,
          )}
        </Alert>
      )}
      <Select
        size="xs"
        label="Dates are written as"
        placeholder="Choose the format"
        value={chosen}
        onChange={choose}
        readOnly={readOnly}
        error={chosen === null ? "Must be chosen; a date is never guessed" : undefined}
        data={readings.map(({ format, example }) => ({
          value: format,
          label: example ? `${format} · ${example.words}` : `${format} · fits no sample`,
        }))}
      />
      {step && hasShortYear(step.format) && (
        <NumberInput
          size="xs"
          label="Two digits mean a year up to"
          min={1900}
          max={2100}
          value={step.latestYear ?? ""}
          readOnly={readOnly}
          error={step.latestYear === undefined ? "Must be said; a century is never guessed" : undefined}
          onChange={(year) =>
            onChange(
              transforms.map((each) =>
                each.kind === "date" ? { ...each, latestYear: typeof year === "number" ? year : undefined } : each,
              ),
            )
          }
        />
      )}
    </>
  );
}

const isDateFormat = (text: string | null): text is DateFormat => dateFormats.some((format) => format === text);
