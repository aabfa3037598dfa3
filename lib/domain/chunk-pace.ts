/** How far back the pace of a chunk is looked at: from its end, or from now while it is live. */
export const paceSpans = ["quarter_hour", "hour", "launch"] as const;
export type PaceSpan = (typeof paceSpans)[number];

/** Why there are as many processes again as a person allows, or one more. */
export const calmAgain = "Passfort is calm again";

/** Of intervals counted from the launch; those without anything are left out. */
export type EndedOfInterval = { interval: number; clients: number };
/** Calls that left, and the 95th percentile of its creates in ms; null: none was answered. */
export type CallsOfInterval = { interval: number; calls: number; p95Ms: number | null };
/** The most calls in flight at once, and by how many there are more at its end than at its beginning. */
export type FlightOfInterval = { interval: number; most: number; change: number };

/** How many processes a chunk may have from a moment on, and why. */
export type ChunkLimit = { from: Date; processes: number; because: string };
