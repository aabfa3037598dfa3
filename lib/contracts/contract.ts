import { z } from "zod";
import type { Permission } from "../domain/person.ts";

/** What browser and server agree on for one route: where, who may, what goes in, what comes back. */
export type Contract<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** `/api/chunks/:chunkId`; the names in it are the keys of `params`. */
  readonly path: string;
  /** `anyone`: signed in or not. */
  readonly needs: Permission | "anyone";
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly reply: R;
  /** A look that needs a body: it changes nothing, and like a GET it is no line in the audit log. */
  readonly onlyLooks?: true;
  /** What of the body the audit log keeps, where it has no reason or comment. Never anything personal. */
  wordsForAudit?(body: unknown): string;
};

const nothing = z.object({});
type Nothing = typeof nothing;

type Parts<P, Q, B, R> = {
  method: Contract["method"];
  path: string;
  needs: Contract["needs"];
  params?: P;
  query?: Q;
  body?: B;
  reply: R;
  onlyLooks?: true;
  wordsForAudit?: (body: B extends z.ZodType ? z.output<B> : never) => string;
};

export function contract<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  R extends z.ZodType = Nothing,
>(parts: Parts<P, Q, B, R>): Contract<P, Q, B, R> {
  return { params: nothing as unknown as P, query: nothing as unknown as Q, body: nothing as unknown as B, ...parts };
}

export type ParamsOf<C extends Contract> = z.output<C["params"]>;
export type QueryOf<C extends Contract> = z.output<C["query"]>;
export type BodyOf<C extends Contract> = z.output<C["body"]>;
export type ReplyOf<C extends Contract> = z.output<C["reply"]>;

/** What every refused call answers with. `sentence` is for people; `fields` for the form; `errorId` finds a fault in the log. */
export const problemSchema = z.object({
  kind: z.string(),
  sentence: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  errorId: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** Common params. */
export const migrationParams = z.object({ migrationId: z.uuid() });
export const fileParams = z.object({ fileId: z.uuid() });
export const recordParams = z.object({ recordId: z.uuid() });
export const chunkParams = z.object({ chunkId: z.uuid() });
export const connectionParams = z.object({ connectionId: z.uuid() });

/** ISO 8601 in UTC; the browser shows it in the viewer's zone. */
export const instant = z.iso.datetime();
export const none = z.object({});
