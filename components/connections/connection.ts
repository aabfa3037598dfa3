import type { z } from "zod";
import type { connectionSchema } from "#lib/contracts/connections.ts";

/** A connection as the screens get it: without its key and secret. */
export type Connection = z.infer<typeof connectionSchema>;

/** Who Passfort says it is, or that it was never asked. */
export const accountWords = ({ institutionName, keyName }: Connection): string =>
  institutionName === null ? "Not known; test it once" : `${institutionName}${keyName ? `, key “${keyName}”` : ""}`;
