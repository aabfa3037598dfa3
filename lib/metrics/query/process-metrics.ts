import { collectDefaultMetrics, Registry } from "prom-client";

/** Kept on `globalThis`: `next dev` loads this module anew with every change, and each copy would watch the event loop once more. */
const place = globalThis as typeof globalThis & { causewayProcessMetrics?: Registry };

/** CPU time, memory, event loop and garbage collection of this process, watched from the first scrape on. */
export function processMetrics(): Promise<string> {
  if (!place.causewayProcessMetrics) {
    const register = new Registry();
    collectDefaultMetrics({ register });
    place.causewayProcessMetrics = register;
  }
  return place.causewayProcessMetrics.metrics();
}
