import { expect, test } from "vitest";
import { refuseScraper } from "./refuse-scraper.ts";

const token = "a-token-for-metrics";
const asking = (authorization?: string) =>
  new Request("http://panel.test/api/metrics", authorization === undefined ? {} : { headers: { authorization } });

test("who sends the token may read the metrics", () => {
  expect(refuseScraper(asking(`Bearer ${token}`), token)).toBeNull();
  expect(refuseScraper(asking(`bearer ${token}`), token)).toBeNull();
});

test.each([
  undefined,
  "",
  "Bearer",
  "Bearer ",
  token,
  `Basic ${token}`,
  "Bearer a-token-for-metric",
  `Bearer ${token}s`,
  `Bearer ${token} ${token}`,
  "Bearer undefined",
])("without the right token nothing is told: %s", async (authorization) => {
  const refusal = refuseScraper(asking(authorization), token);
  expect(refusal?.status).toBe(401);
  expect(refusal?.headers.get("www-authenticate")).toBe("Bearer");
  const body = await refusal?.text();
  expect(body).toContain("METRICS_TOKEN");
  expect(body).not.toContain(token);
});

test("a panel without a token has no metrics, whatever is sent, and says how to turn them on", async () => {
  for (const authorization of [undefined, "Bearer ", "Bearer undefined"]) {
    const refusal = refuseScraper(asking(authorization), undefined);
    expect(refusal?.status).toBe(404);
    expect(await refusal?.json()).toMatchObject({
      kind: "not_found",
      sentence: expect.stringContaining("set METRICS_TOKEN"),
    });
  }
});
