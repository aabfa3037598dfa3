const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** The same bytes came before: allowed, but said. The day is in UTC. */
export function repeatSentence(first: { name: string; byName: string; at: Date }): string {
  return `The same bytes were uploaded on ${day.format(first.at)} by ${first.byName}, as “${first.name}”.`;
}
