/**
 * One line per step. A terminal shows the step while it runs; a pipe, a log or a dumb terminal only gets finished lines.
 * @param {NodeJS.WriteStream} out
 */
export function progressOn(out) {
  const isLive = Boolean(out.isTTY) && process.env.TERM !== "dumb";
  // The terminal may be gone (closed window) while everything is still being stopped.
  out.on("error", () => {});
  let shown = "";
  const hide = () => {
    if (isLive && shown) out.write("\r\u001b[K");
  };
  return {
    /**
     * @param {string} doing "Installing packages"
     * @param {() => Promise<string | undefined> | string | undefined} work gives what was done ("Installed packages"), or nothing to say
     */
    async step(doing, work) {
      const startedAt = performance.now();
      shown = `  ${doing} …`;
      if (isLive) out.write(shown);
      try {
        const done = await work();
        hide();
        if (done) out.write(`✓ ${done} ${durationWords(performance.now() - startedAt)}\n`);
      } catch (error) {
        hide();
        throw error;
      } finally {
        shown = "";
      }
    },
    /** @param {string} sentence */
    say(sentence) {
      hide();
      out.write(`${sentence}\n`);
      if (isLive && shown) out.write(shown);
    },
  };
}

/** "0.4 s", "41 s", "2 min 5 s". @param {number} ms */
export function durationWords(ms) {
  const seconds = Math.round(ms / 1000);
  if (ms < 9950) return `${(ms / 1000).toFixed(1)} s`;
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
