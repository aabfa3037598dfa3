type Numbers = {
  /** The number that was approved. */
  processes: number;
  /** Fewer because a person said so. */
  processesAsked: number | null;
  /** Fewer still because Passfort is in trouble. */
  slowedTo: number | null;
};

/** As many as a person allows: never more than what was approved. */
export const allowedProcesses = ({ processes, processesAsked }: Omit<Numbers, "slowedTo">): number =>
  Math.max(1, Math.min(processes, processesAsked ?? processes));

/** As many as really run now. */
export const presentProcesses = (chunk: Numbers): number =>
  Math.max(1, Math.min(allowedProcesses(chunk), chunk.slowedTo ?? chunk.processes));
