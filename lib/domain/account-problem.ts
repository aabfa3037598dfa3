import { type Environment, environmentWords } from "./connection.ts";

/** An account as far as it is known: by its key's digest, and by what whoami said (API contract §1.2). */
export type KnownAccount = {
  connectionName: string;
  environment: Environment;
  keyDigest: string | null;
  institutionName: string | null;
};

/**
 * Why this key must not be used here, or null. The key alone decides the account (API contract §0 fact 1), and nothing
 * in an answer says “demo”; so what can be known is compared: the same key under another environment, and an
 * institution that answers for production under one name and for something else under another.
 */
export function accountProblem(
  account: Omit<KnownAccount, "connectionName">,
  others: readonly KnownAccount[],
): string | null {
  const twin = others.find((other) => other.keyDigest !== null && other.keyDigest === account.keyDigest);
  if (twin && twin.environment !== account.environment) {
    return `This is the key of the ${wordOf(twin.environment)} connection “${twin.connectionName}”. A key opens one account only, so it cannot be used for a ${wordOf(account.environment)} connection as well.`;
  }
  // One account by two connections: each would know nothing of what was sent through the other.
  if (twin && account.environment !== "simulator") {
    return `The connection “${twin.connectionName}” has this key already. A second one would know nothing of what was sent through the first, and clients could be created twice.`;
  }
  const namesake = others.find(
    (other) =>
      isSameInstitution(other.institutionName, account.institutionName) &&
      (other.environment === "production") !== (account.environment === "production"),
  );
  if (!namesake) return null;
  return `Passfort answers this key as “${account.institutionName}”, and so it does on the ${wordOf(namesake.environment)} connection “${namesake.connectionName}”. One of the two has the wrong environment, or the wrong key.`;
}

function isSameInstitution(one: string | null, other: string | null): boolean {
  if (!one || !other) return false;
  return plain(one) === plain(other);
}

const plain = (name: string): string => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

const wordOf = (environment: Environment): string => environmentWords[environment].label.toLowerCase();
