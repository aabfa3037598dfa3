type Numbers = {
  processes: number;
  allowedProcesses: number;
  presentProcesses: number;
  slowedBecause: string | null;
};

/** How many processes send now and why fewer than approved; null when all of them do. */
export function processesSentence(chunk: Numbers): string | null {
  const { processes, allowedProcesses, presentProcesses, slowedBecause } = chunk;
  if (presentProcesses >= processes) return null;
  const now = `${presentProcesses} of ${processes} processes`;
  if (presentProcesses < allowedProcesses)
    return `${now}: ${slowedBecause ?? "Passfort was in trouble"}. One more follows after each calm minute.`;
  return `${now}, because a person asked for fewer.`;
}
