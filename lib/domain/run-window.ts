import { z } from "zod";

/** Monday first, as a week is planned. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time of day as 20:00");

/** Minutes a window lasts at least: the search for its beginning takes steps of so many. */
export const windowMinutesMin = 15;

/**
 * When a chunk may send, by the clock on the wall of a named time zone. `until` before `from` reaches into the next day,
 * and the night belongs to the day it began on; both alike are the whole day.
 */
export const runWindowSchema = z
  .object({
    timeZone: z.string().refine(isTimeZone, "Not a time zone this machine knows, such as Europe/London"),
    from: timeOfDay,
    until: timeOfDay,
    days: z.array(z.enum(weekdays)).min(1, "Choose at least one day"),
  })
  .refine((window) => lastsMinutes(window) >= windowMinutesMin, {
    path: ["until"],
    message: `A window lasts ${windowMinutesMin} minutes or more`,
  });
export type RunWindow = z.infer<typeof runWindowSchema>;

export function isTimeZone(name: string): boolean {
  try {
    return name !== "" && formatOf(name) !== undefined;
  } catch {
    return false;
  }
}

/** May be sent at this instant? */
export function isOpenAt(window: RunWindow, at: Date): boolean {
  const { day, minutes } = wallClock(window.timeZone, at);
  const [from, until] = [minutesOf(window.from), minutesOf(window.until)];
  const isOn = (weekday: number) => window.days.includes(weekdays[(weekday + 7) % 7] ?? "mon");
  if (from < until) return isOn(day) && minutes >= from && minutes < until;
  return (isOn(day) && minutes >= from) || (isOn(day - 1) && minutes < until);
}

/**
 * The next instant it is open, `at` itself included. Looked for along real time, so that an hour which the clock skips
 * or repeats is counted as it passes. Null: never within the next nine days.
 */
export function nextOpening(window: RunWindow, at: Date): Date | null {
  if (isOpenAt(window, at)) return at;
  const start = Math.floor(at.getTime() / minuteMs) * minuteMs;
  for (let step = start; step < start + nineDaysMs; step += windowMinutesMin * minuteMs) {
    for (
      let minute = 1;
      minute <= windowMinutesMin && isOpenAt(window, new Date(step + windowMinutesMin * minuteMs));
      minute += 1
    ) {
      const opening = new Date(step + minute * minuteMs);
      if (isOpenAt(window, opening)) return opening;
    }
  }
  return null;
}

const minuteMs = 60_000;
const nineDaysMs = 9 * 24 * 60 * minuteMs;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function lastsMinutes({ from, until }: { from: string; until: string }): number {
  const length = minutesOf(until) - minutesOf(from);
  return length > 0 ? length : length + 24 * 60;
}

/** Weekday (0 is Monday) and minutes since midnight as the clock on the wall there shows them. */
function wallClock(timeZone: string, at: Date): { day: number; minutes: number } {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) parts[type] = value;
  const day = weekdays.findIndex((weekday) => parts.weekday?.toLowerCase().startsWith(weekday));
  return { day, minutes: Number(parts.hour) * 60 + Number(parts.minute) };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a zone that is not known. Making one takes longer than using it a thousand times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, made);
  return made;
}
