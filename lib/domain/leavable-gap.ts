/**
 * Gaps that tell how Passfort holds a client, which sending again does not change: a person may leave them as they are. All others are
 * something missing.
 */
export const leavableGaps = ["differs", "applied_by_itself"] as const;

export const isLeavable = (code: string): boolean => (leavableGaps as readonly string[]).includes(code);
