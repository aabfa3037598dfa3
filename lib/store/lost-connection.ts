/** Postgres error classes 08 (connection), 53 (resources), 57 (shutdown), and the network's own words. */
const codes = /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/;

/** Is this a database that went away? Then the same work is worth another try; anything else would fail again. */
export function isLostConnection(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if ("code" in fault && typeof fault.code === "string" && codes.test(fault.code)) return true;
  return /connection (terminated|ended|error)|timeout exceeded when trying to connect/i.test(fault.message);
}
