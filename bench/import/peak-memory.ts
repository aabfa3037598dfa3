import { readdirSync, readFileSync } from "node:fs";

export type PeakMemory = { webMb: number | null; workerMb: number | null };

/** Peak resident memory of the web process and the worker of the panel on a data folder, as Linux counts it (VmHWM). */
export function peakMemoryOf(dataDir: string): PeakMemory {
  const peak: PeakMemory = { webMb: null, workerMb: null };
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const environment = read(`/proc/${pid}/environ`);
    if (!environment.split("\0").includes(`CAUSEWAY_DATA_DIR=${dataDir}`)) continue;
    const command = read(`/proc/${pid}/cmdline`);
    const kilobytes = Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? Number.NaN);
    if (command.includes("workers/main.ts")) peak.workerMb = Math.round(kilobytes / 1024);
    else if (command.startsWith("next-server")) peak.webMb = Math.round(kilobytes / 1024);
  }
  return peak;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Gone meanwhile, or another user's.
    return "";
  }
}
