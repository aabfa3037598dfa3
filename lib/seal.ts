import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const version = "v1";

/** Encrypts a key or secret for rest: AES-256-GCM, key derived from the panel's secret. Gives `v1.<nonce>.<tag>.<text>`, base64url. */
export function seal(text: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFrom(secret), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [version, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

/** @throws Error when the panel's secret is not the one it was sealed with, or the text was altered */
export function unseal(sealed: string, secret: string): string {
  const [given, nonce, tag, text] = sealed.split(".");
  if (given !== version || !nonce || !tag || text === undefined) throw new Error("A sealed value is malformed.");
  const decipher = createDecipheriv("aes-256-gcm", keyFrom(secret), Buffer.from(nonce, "base64url"), {
    authTagLength: 16,
  });
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  try {
    return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new Error("A sealed value cannot be opened: CAUSEWAY_SECRET is not the one it was sealed with.", { cause });
  }
}

function keyFrom(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "causeway", "seal connection secrets", 32));
}
