import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { simulatorForTest } from "./test-client.ts";

type Recorded = { method: string; path: string; headers: Record<string, string>; body: unknown };

const RECORDED_PROFILE = "b82b0434-f9e8-11e7-8397-000000000000";
const RECORDED_TASK = "b83e2d7e-f9e8-11e7-8229-000000000000";

test("every request that the Ruby client once sent is answered as it needs: 200 or 201, JSON, no errors", async () => {
  const { api } = await simulatorForTest();
  const file = new URL("./fixtures/requests-emitted-by-gem-0.4.2.json", import.meta.url);
  const requests: Recorded[] = JSON.parse(readFileSync(file, "utf8"));
  expect(requests).toHaveLength(8);
  const ids: [recorded: string, ours: string][] = [];
  for (const { method, path, headers, body } of requests) {
    const { "Content-Length": _recomputed, ...sent } = headers;
    const target = ids.reduce((text, [recorded, ours]) => text.replace(recorded, ours), path.replace("/4.0", ""));
    const answer = await api(method, target, body ?? undefined, sent);
    expect([200, 201], `${method} ${path}`).toContain(answer.status);
    expect(answer.body.errors ?? [], `${method} ${path}`).toEqual([]);
    if (ids.length === 0) ids.push([RECORDED_PROFILE, answer.body.id], [RECORDED_TASK, answer.body.tasks[0].id]);
  }
});
