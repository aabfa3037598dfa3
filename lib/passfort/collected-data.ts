/**
 * A profile's collected data as Passfort gave it, kept whole: a write replaces everything, so what we do not know must
 * come back unchanged (API contract §9).
 */
export type CollectedData = Readonly<Record<string, unknown>>;

/** `etag` is opaque and goes back verbatim; null: Passfort sent none, and nothing can be replaced on this reading. */
export type DataVersion = { data: CollectedData; etag: string | null };

export type DataReplaced =
  | ({ kind: "replaced" } & DataVersion)
  /** 412: somebody was faster. `data` and `etag` are what stands there now, without our change. */
  | ({ kind: "conflict" } & DataVersion);

/** Gives the new data, the same when there is nothing to do, or the fields over which a person must decide. Pure. */
export type DataChange = (data: CollectedData) => CollectedData | { collision: readonly string[] };

export type DataChanged =
  | ({ kind: "changed" } & DataVersion)
  /** It was so already; nothing was sent. */
  | ({ kind: "unchanged" } & DataVersion)
  /** Somebody was faster every time. Nothing was changed. */
  | { kind: "contested"; tries: number }
  /** Somebody else changed what we set, since we last read it. Nothing was changed; a person decides (API contract §9). */
  | { kind: "collision"; fields: string[] };
