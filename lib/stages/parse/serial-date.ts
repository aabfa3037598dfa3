/** The two calendars of workbooks: days counted from 1900 (with its 29 February that never was) or from 1904. */
export type DateSystem = "1900" | "1904";

const dayMs = 86_400_000;
const secondsPerDay = 86_400;
/** 31 Dec 9999. */
const daysMax = 2_958_465;

/**
 * The calendar date and time of a serial number, in no time zone: `2021-01-01`, `2021-01-01 15:10:10`.
 * @returns undefined when no date has this number
 */
export function dateOfSerial(
  serial: number,
  system: DateSystem,
): { date: string; time: string; hasTime: boolean } | undefined {
  const seconds = Math.round(serial * secondsPerDay);
  const days = Math.floor(seconds / secondsPerDay) + (system === "1904" ? 1462 : 0);
  if (!Number.isFinite(serial) || serial < 0 || days > daysMax) return undefined;
  const ofDay = seconds - Math.floor(seconds / secondsPerDay) * secondsPerDay;
  return { date: dateOfDay(days), time: clock(ofDay), hasTime: ofDay !== 0 };
}

function dateOfDay(days: number): string {
  if (days === 60) return "1900-02-29";
  const before = days < 60 ? 1 : 0;
  return new Date(Date.UTC(1899, 11, 30) + (days + before) * dayMs).toISOString().slice(0, 10);
}

/** A length of time: `26:30:00`. */
export const clock = (seconds: number): string => {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};
