import { type RunWindow, type Weekday, weekdays } from "./run-window.ts";

export const weekdayWords: Record<Weekday, string> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

/** A window in words: “20:00 to 06:00 Europe/London, Monday to Friday”. */
export function runWindowWords(window: RunWindow): string {
  const hours = window.from === window.until ? "the whole day," : `${window.from} to ${window.until}`;
  return `${hours} ${window.timeZone}, ${daysWords(window.days)}`;
}

function daysWords(days: readonly Weekday[]): string {
  const chosen = weekdays.filter((day) => days.includes(day));
  if (chosen.length === weekdays.length) return "every day";
  const first = weekdays.indexOf(chosen[0] ?? "mon");
  const isRow = chosen.length > 2 && chosen.every((day, index) => weekdays.indexOf(day) === first + index);
  const words = chosen.map((day) => weekdayWords[day]);
  return isRow ? `${words[0]} to ${words.at(-1)}` : words.join(", ");
}
