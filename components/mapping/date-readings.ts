import { readDate } from "#lib/domain/calendar-date.ts";
import type { DateGroup } from "#lib/domain/date-groups.ts";
import { type DateFormat, dateFormats, hasShortYear } from "#lib/domain/mapping.ts";
import { plainText } from "#lib/domain/plain-text.ts";
import { dayWords, fitsOf } from "#lib/stages/map/date-proof.ts";

/** One way to read a column's dates, with the first value that it can read. `fits`: how many rows it reads. */
export type DateReadingChoice = { format: DateFormat; fits: number; example: { raw: string; words: string } | null };

/** Every format, those that read most rows first; formats that read equally many keep the order of the catalogue. */
export function dateReadingsOf(groups: readonly DateGroup[], latestYear?: number): DateReadingChoice[] {
  const choices = dateFormats.map((format): DateReadingChoice => {
    const raw = groups.find(({ formats }) => formats.includes(format))?.examples[0]?.value;
    return {
      format,
      fits: fitsOf(groups, format),
      example: raw === undefined ? null : exampleOf(raw, format, latestYear),
    };
  });
  return choices.sort((a, b) => b.fits - a.fits);
}

/** Two digits are not made a year before a person said up to which. */
function exampleOf(raw: string, format: DateFormat, latestYear: number | undefined): DateReadingChoice["example"] {
  const reading = readDate(plainText(raw), format, latestYear ?? (hasShortYear(format) ? 2068 : undefined));
  if (reading.kind !== "date") return null;
  const words = dayWords(reading.iso);
  return { raw, words: hasShortYear(format) && latestYear === undefined ? words.replace(/\d\d(\d\d)$/, "’$1") : words };
}
