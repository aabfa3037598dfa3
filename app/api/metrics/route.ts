import { faultResponse } from "#lib/http/problem-of.ts";
import { refuseScraper } from "#lib/http/refuse-scraper.ts";
import { webContext } from "#lib/http/web-context.ts";
import { readMetrics } from "#lib/metrics/query/read-metrics.ts";

export const dynamic = "force-dynamic";

/** The numbers of the panel for Prometheus, for whoever knows METRICS_TOKEN. 200 also when the database is away: that is one of the numbers. */
export async function GET(request: Request): Promise<Response> {
  const { ctx } = webContext();
  try {
    const refusal = refuseScraper(request, ctx.env.METRICS_TOKEN);
    if (refusal) return refusal;
    const { text, contentType } = await readMetrics(ctx);
    return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store" } });
  } catch (fault) {
    return faultResponse(ctx.log, "GET /api/metrics", fault);
  }
}
