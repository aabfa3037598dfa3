/** An ISO instant in the viewer's zone, `23 Nov 2026, 14:05`, and the same with seconds and the zone's name. */
export function instantWords(at: string, timeZone?: string): { short: string; long: string } {
  const date = new Date(at);
  const day: Intl.DateTimeFormatOptions = {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  };
  return {
    short: new Intl.DateTimeFormat("en-GB", day).format(date),
    long: new Intl.DateTimeFormat("en-GB", { ...day, second: "2-digit", timeZoneName: "longGeneric" }).format(date),
  };
}
