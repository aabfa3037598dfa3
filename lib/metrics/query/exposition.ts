import { Counter, Gauge, Registry } from "prom-client";
import { metricNames, metrics, type Sample } from "../metric.ts";

/** How Prometheus is told what kind of text it gets. */
export const expositionType: string = Registry.PROMETHEUS_CONTENT_TYPE;

/**
 * The samples in Prometheus' text format. Each time with a registry of its own: two scrapes at once share nothing, and what is gone from the rows is
 * gone from the text. A metric without a sample is left out, for prom-client would tell 0.
 */
export function expositionOf(samples: readonly Sample[]): Promise<string> {
  const registry = new Registry();
  for (const name of metricNames) {
    const own = samples.filter(({ metric }) => metric === name);
    if (own.length === 0) continue;
    const { type, help, labels } = metrics[name];
    const settings = { name, help, labelNames: [...labels], registers: [registry] };
    if (type === "counter") {
      const counter = new Counter(settings);
      for (const { labels, value } of own) counter.inc(labels, value);
    } else {
      const gauge = new Gauge(settings);
      for (const { labels, value } of own) gauge.set(labels, value);
    }
  }
  return registry.metrics();
}
