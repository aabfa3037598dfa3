import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const version = "v1";

/** What is sealed: each purpose has a key of its own, so that one use says nothing about another. */
export type DigestPurpose = "know connection keys again" | "know existing profiles again";
export type SealPurpose = "seal connection secrets" | "seal the keys of documents";
const usual: SealPurpose = "seal connection secrets";

/** Encrypts a key or secret for rest: AES-256-GCM, key derived from the panel's secret. Gives `v1.<nonce>.<tag>.<text>`, base64url. */
export function seal(text: string, secret: string, purpose: SealPurpose = usual): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derivedFrom(secret, purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [version, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

/** @throws Error when the panel's secret is not the one it was sealed with, or the text was altered */
export function unseal(sealed: string, secret: string, purpose: SealPurpose = usual): string {
  const [given, nonce, tag, text] = sealed.split(".");
  if (given !== version || !nonce || !tag || text === undefined) throw new Error("A sealed value is malformed.");
  const decipher = createDecipheriv("aes-256-gcm", derivedFrom(secret, purpose), Buffer.from(nonce, "base64url"), {
    authTagLength: 16,
  });
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  try {
    return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new Error("A sealed value cannot be opened: CAUSEWAY_SECRET is not the one it was sealed with.", { cause });
  }
}

/** Was this sealed with this secret? */
export function opensWith(sealed: string, secret: string, purpose: SealPurpose = usual): boolean {
  try {
    unseal(sealed, secret, purpose);
    return true;
  } catch {
    return false;
  }
}

/**
 * Moves a sealed value from one secret to the next. One that was moved before is left as it is, so a rotation that was
 * cut off is simply done again.
 * @throws Error when neither secret opens it
 */
export function reseal(sealed: string, secrets: { from: string; to: string }, purpose: SealPurpose = usual): string {
  return opensWith(sealed, secrets.to, purpose)
    ? sealed
    : seal(unseal(sealed, secrets.from, purpose), secrets.to, purpose);
}

/** Knows a key, or a name, again without keeping it: an HMAC-SHA-256 under the panel's secret, base64url. Without that secret it tells nothing. */
export function digestOf(text: string, secret: string, purpose: DigestPurpose = "know connection keys again"): string {
  return createHmac("sha256", derivedFrom(secret, purpose)).update(text).digest("base64url");
}

/** Deriving takes longer than all else a call needs; the secret is in this process's memory anyway. */
const derived = new Map<string, Uint8Array>();

/** A key of its own for every purpose, so that one use says nothing about another. */
function derivedFrom(secret: string, purpose: string): Uint8Array {
  const name = `${purpose}\n${secret}`;
  const known = derived.get(name);
  if (known) return known;
  const key = new Uint8Array(hkdfSync("sha256", secret, "causeway", purpose, 32));
  derived.set(name, key);
  return key;
}
