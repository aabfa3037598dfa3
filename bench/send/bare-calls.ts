import { randomUUID } from "node:crypto";
import { Pool } from "undici";
import { createProfileRequest } from "../../lib/passfort/to-wire.ts";

/**
 * `node bench/send/bare-calls.ts ADDRESS CLIENTS PROCESSES TAGS`: the calls that a client needs, made with nothing around them by a process of its
 * own, to an account that the benchmark does not send to. Prints the processor time they took, ms a client.
 */
const [address = "", clients = "200", processes = "5", tags = "2"] = process.argv.slice(2);
const url = new URL(address);
const pool = new Pool(url.origin, { connections: Number(processes), pipelining: 1 });
const headers = { apikey: "sim-live-key", "content-type": "application/json" };

async function call(method: "GET" | "POST", path: string, body?: unknown): Promise<{ id: string }> {
  const sent = body === undefined ? null : JSON.stringify(body);
  const answer = await pool.request({ method, path: `${url.pathname}${path}`, headers, body: sent });
  const text = await answer.body.text();
  if (answer.statusCode >= 300) throw new Error(`The simulator answered ${answer.statusCode} to ${path}.`);
  return JSON.parse(text) as { id: string };
}

async function send(): Promise<void> {
  const entity = {
    entityType: "individual" as const,
    reference: randomUUID(),
    givenNames: ["Ada"],
    familyName: "Example",
    dateOfBirth: "1990-01-31",
    address: { country: "GBR", route: "Example Street", locality: "London", postalCode: "EC1A 1AA" },
  };
  const { id } = await call("POST", "/profiles", createProfileRequest(entity, "individual_migration"));
  for (let tag = 0; tag < Number(tags); tag += 1) await call("POST", `/profiles/${id}/tags`, { name: `tag ${tag}` });
  await call("GET", `/profiles/${id}`);
}

async function sendAll(count: number): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await send();
    }
  };
  await Promise.all(Array.from({ length: Number(processes) }, lane));
}

// What is translated and warmed up by the first calls is not theirs.
await sendAll(Number(processes) * 10);
const before = process.cpuUsage();
await sendAll(Number(clients));
const { user, system } = process.cpuUsage(before);
await pool.close();
console.log(JSON.stringify({ cpuMsPerClient: (user + system) / 1000 / Number(clients) }));
