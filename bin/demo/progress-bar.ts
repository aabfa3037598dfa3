const width = 32;

/** One line that grows; on a terminal it is redrawn, elsewhere (CI, a file) every tenth is a line of its own. */
export function progressBar(label: string): (done: number, total: number, note?: string) => void {
  let lastTenth = -1;
  return (done, total, note = "") => {
    const share = total === 0 ? 1 : done / total;
    const bar = "█".repeat(Math.round(share * width)).padEnd(width, "░");
    const line = `  ${label} ${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${done.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}${note ? `  ${note}` : ""}`;
    if (process.stdout.isTTY) {
      process.stdout.write(`\r\x1b[K${line}${done >= total ? "\n" : ""}`);
      return;
    }
    const tenth = Math.floor(share * 10);
    if (tenth !== lastTenth) process.stdout.write(`${line}\n`);
    lastTenth = tenth;
  };
}
