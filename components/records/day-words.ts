const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** A calendar day in words, `23 Nov 2026`, from `YYYY-MM-DD`; no time zone moves it. */
export const dayWords = (day: string): string => format.format(new Date(`${day}T00:00:00Z`));
