/**
 * Ctrl-C, SIGTERM (systemd, docker stop, kill) and a closed terminal all mean: stop everything in order. A second
 * Ctrl-C means: now. A terminal and npm may both deliver the first one, so what follows within a second is the same one.
 * @param {{ onFirst: (signal: string) => void, onSecond: () => void }} reactions
 */
export function listenForInterruption({ onFirst, onSecond }) {
  let firstAt;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (firstAt === undefined) {
        firstAt = performance.now();
        onFirst(signal);
      } else if (signal !== "SIGHUP" && performance.now() - firstAt > 1000) {
        onSecond();
      }
    });
  }
}
