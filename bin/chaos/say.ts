export type Say = (sentence: string) => void;

/** One line for each act on the error output, with the seconds since the start of the run. */
export function sayingSince(startedAt: number): Say {
  return (sentence) => {
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(7);
    process.stderr.write(`${seconds} s  ${sentence}\n`);
  };
}
