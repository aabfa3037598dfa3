import { readDate } from "#lib/domain/calendar-date.ts";
import { type DateFormat, dateFormats } from "#lib/domain/mapping.ts";
import { plainText } from "#lib/domain/plain-text.ts";

/** One way to read a column's dates, with the first sample that it can read. `fits`: how many of the samples it reads. */
export type DateReadingChoice = { format: DateFormat; fits: number; example: { raw: string; words: string } | null };

/** Every format, those that read most samples first; formats that read equally many keep the order of the catalogue. */
export function dateReadingsOf(samples: readonly string[]): DateReadingChoice[] {
  const filled = samples.map(plainText).filter((sample) => sample !== "");
  const choices = dateFormats.map((format): DateReadingChoice => {
    const readings = filled
      .map((raw) => ({ raw, reading: readDate(raw, format) }))
      .flatMap(({ raw, reading }) => (reading.kind === "date" ? [{ raw, words: dayWords(reading.iso) }] : []));
    return { format, fits: readings.length, example: readings[0] ?? null };
  });
  return choices.sort((a, b) => b.fits - a.fits);
}

/** `3 April 1980` of `1980-04-03`; the month as a word leaves no doubt about the order. */
export function dayWords(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${Number(day)} ${monthNames[Number(month) - 1] ?? "?"} ${year}`;
}

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
