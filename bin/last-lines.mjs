/**
 * Keeps the last lines of a program's output, to be shown when it fails, and passes whole lines on to a listener.
 * @param {number} linesMax
 */
export function lastLines(linesMax) {
  /** @type {string[]} */
  let lines = [];
  let rest = "";
  let onLine = (/** @type {string} */ _line) => {};
  return {
    /** @param {string | Buffer} chunk */
    add(chunk) {
      const parts = (rest + chunk.toString()).split("\n");
      rest = parts.pop() ?? "";
      for (const line of parts) onLine(line);
      lines = [...lines, ...parts].slice(-linesMax);
    },
    text: () => [...lines, rest].join("\n").trim(),
    /** @param {(line: string) => void} listener */
    listen(listener) {
      onLine = listener;
    },
  };
}
