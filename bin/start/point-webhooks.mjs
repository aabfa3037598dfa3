import { Halt } from "../halt.mjs";

/**
 * Tells the simulator where its webhooks go: to this panel, whatever port it has this time.
 * @param {{ port: number, simulatorPort: number }} settings
 * @param {string | undefined} connectionId the panel's connection to the simulator; none when an admin removed it
 */
export async function pointWebhooks({ port, simulatorPort }, connectionId) {
  if (!connectionId) return;
  const endpoint = `http://127.0.0.1:${port}/api/webhooks/passfort/${connectionId}`;
  const answer = await fetch(`http://127.0.0.1:${simulatorPort}/_control/settings`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ webhook: { account: "sim-demo-key", endpoint, enabled: true } }),
    signal: AbortSignal.timeout(10_000),
  });
  if (answer.ok) return;
  throw new Halt(
    `The simulator did not take the address for its webhooks (${answer.status}: ${(await answer.text()).slice(0, 300)}).`,
  );
}
