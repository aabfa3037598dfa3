/** A field that Passfort takes only with another: an id with its country, an end with its start, a period with its name (API contract §3.3-3.5). */
const neededWith: Record<string, string> = {
  "nationalId.number": "nationalId.country",
  "nationalId2.number": "nationalId2.country",
  "address.endDate": "address.startDate",
  "address2.endDate": "address2.startDate",
  "address3.endDate": "address3.startDate",
  "previousName.start": "previousName.name",
  "previousName.end": "previousName.name",
  "previousName2.start": "previousName2.name",
  "previousName2.end": "previousName2.name",
};

/** An address beside the first needs its country as soon as it says more. */
const moreAddresses: readonly string[] = ["address2", "address3", "headOffice", "contactAddress", "branch"];

/** What has fields that need one another, by its name in the key of a field. */
export const holdersOfPairs: ReadonlySet<string> = new Set([
  ...Object.keys(neededWith).map((key) => key.slice(0, key.indexOf("."))),
  ...moreAddresses,
]);

/** The field without which this one is not taken; undefined: it stands alone. */
export const neededField = (key: string): string | undefined => neededWith[key] ?? countryNeededBy(key);

function countryNeededBy(key: string): string | undefined {
  const dot = key.indexOf(".");
  if (dot === -1 || key.startsWith("address.")) return undefined;
  const holder = key.slice(0, dot);
  return moreAddresses.includes(holder) ? `${holder}.country` : undefined;
}
