import { createHmac, timingSafeEqual } from "node:crypto";

// Without letters and digits that are taken for one another.
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/**
 * What the first admin must know beside the address: it is printed where the panel was started, so whoever merely finds an
 * empty panel on the network cannot take it. The same for the same secret; of no use once there is an admin. `XXXX-XXXX-XXXX`.
 */
export function setUpCodeOf(secret: string): string {
  const digest = createHmac("sha256", secret).update("causeway set-up code").digest();
  const letters = [...digest.subarray(0, 12)].map((byte) => alphabet[byte % alphabet.length]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** Written in any case, with or without its hyphens. */
export function isSetUpCode(given: string, secret: string): boolean {
  const plain = (code: string) => Buffer.from(code.toUpperCase().replace(/[\s-]/g, ""));
  const [ours, theirs] = [plain(setUpCodeOf(secret)), plain(given)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
