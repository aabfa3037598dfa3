/** How far back the pace of a chunk is looked at: from its end, or from now while it is live. */
export const paceSpans = ["quarter_hour", "hour", "launch"] as const;
export type PaceSpan = (typeof paceSpans)[number];
