import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { makePassfort, type PassfortClient } from "../lib/passfort/client.ts";
import { createProfileRequest } from "../lib/passfort/to-wire.ts";
import { median } from "./median.ts";
import { printTable } from "./print-table.ts";

const rounds = 9;
const callsPerRound = 400;
/** As many as a chunk may have processes. */
const atOnce = 5;
const apiKey = "sim-demo-key";

type Contender = "client" | "fetch";
type Measured = { callsPerSecond: number; cpuMicrosPerCall: number };
type Compared = Record<Contender, Measured> & { cpuRatio: number };

/**
 * The client against bare `fetch`, each making the same calls to the same simulator over loopback, in alternating rounds. The
 * simulator is a process of its own, so the CPU time of this one is the caller's alone.
 */
export async function benchPassfort(): Promise<void> {
  const simulator = await startSimulator();
  try {
    await liftLimits(simulator.url);
    const results: ({ call: string } & Compared)[] = [];
    for (const [call, by] of Object.entries(await callsOf(simulator.url)))
      results.push({ call, ...(await compare(by)) });
    console.log(`\nPassfort client and simulator on loopback, ${atOnce} calls at once, medians of ${rounds} rounds.\n`);
    printTable(results.map(rowOf));
    console.log(`\n${JSON.stringify({ bench: "passfort", rounds, callsPerRound, atOnce, results })}`);
  } finally {
    await simulator.stop();
  }
}

function rowOf({ call, client, fetch, cpuRatio }: { call: string } & Compared): Record<string, string> {
  return {
    call,
    "client calls/s": client.callsPerSecond.toFixed(0),
    "fetch calls/s": fetch.callsPerSecond.toFixed(0),
    "client CPU µs/call": client.cpuMicrosPerCall.toFixed(0),
    "fetch CPU µs/call": fetch.cpuMicrosPerCall.toFixed(0),
    "CPU client : fetch": cpuRatio.toFixed(2),
  };
}

/** The calls that are compared: a small read, a large one, and a write. */
async function callsOf(url: string): Promise<Record<string, Record<Contender, () => Promise<unknown>>>> {
  const passfort = makePassfort({ log: { info: () => {} } })({
    id: "bench",
    environment: "simulator",
    baseUrl: url,
    apiKey,
  });
  const entity = {
    entityType: "individual",
    reference: "BENCH-1",
    givenNames: ["Ada"],
    familyName: "Example",
    dateOfBirth: "1990-01-31",
    address: { country: "GBR", streetNumber: "1", route: "Example Street", locality: "London", postalCode: "EC1A 1AA" },
  } as const satisfies Parameters<PassfortClient["createProfile"]>[0]["entity"];
  const sent = { ...entity, givenNames: [...entity.givenNames] };
  const productAlias = "individual_migration";
  const { profileId } = succeeded(await passfort.createProfile({ entity: sent, productAlias }));

  const headers = { apikey: apiKey, "content-type": "application/json" };
  const bare = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${url}${path}`, { headers, ...init });
    if (!answer.ok) throw new Error(`The simulator answered ${answer.status} to ${path}.`);
    return answer.json();
  };
  const bareCreate = () =>
    bare("/profiles", { method: "POST", body: JSON.stringify(createProfileRequest(sent, productAlias)) });
  return {
    whoami: { client: async () => succeeded(await passfort.whoami()), fetch: () => bare("/whoami") },
    readProfile: {
      client: async () => succeeded(await passfort.readProfile(profileId)),
      fetch: () => bare(`/profiles/${profileId}`),
    },
    createProfile: {
      client: async () => succeeded(await passfort.createProfile({ entity: sent, productAlias })),
      fetch: bareCreate,
    },
  };
}

async function compare(by: Record<Contender, () => Promise<unknown>>): Promise<Compared> {
  // One round each to warm up: it opens the connections and compiles the code.
  await measure(by.client);
  await measure(by.fetch);
  const measured: Record<Contender, Measured[]> = { client: [], fetch: [] };
  for (let round = 0; round < rounds; round += 1) {
    // Who begins changes, so that neither always has the other's rubbish to clear away.
    const order: Contender[] = round % 2 === 0 ? ["client", "fetch"] : ["fetch", "client"];
    for (const contender of order) measured[contender].push(await measure(by[contender]));
  }
  const middle = (contender: Contender): Measured => ({
    callsPerSecond: median(measured[contender].map(({ callsPerSecond }) => callsPerSecond)),
    cpuMicrosPerCall: median(measured[contender].map(({ cpuMicrosPerCall }) => cpuMicrosPerCall)),
  });
  const ratios = measured.client.map(
    ({ cpuMicrosPerCall }, round) => cpuMicrosPerCall / (measured.fetch[round]?.cpuMicrosPerCall ?? Number.NaN),
  );
  return { client: middle("client"), fetch: middle("fetch"), cpuRatio: median(ratios) };
}

async function measure(call: () => Promise<unknown>): Promise<Measured> {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  let left = callsPerRound;
  const oneAfterTheOther = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, oneAfterTheOther));
  const seconds = (performance.now() - before) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { callsPerSecond: callsPerRound / seconds, cpuMicrosPerCall: (user + system) / callsPerRound };
}

async function startSimulator(): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ["simulator/main.ts", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+\/4\.0/.exec(line)?.[0];
    if (url) return { url, stop };
  }
  throw new Error("The simulator ended before it was ready.");
}

/** Ten thousand creates an hour would be all that is measured. */
async function liftLimits(url: string): Promise<void> {
  const answer = await fetch(`${url.replace(/\/4\.0$/, "")}/_control/settings`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ limits: { account: "demo", createProfile: { perHour: 1e9, burst: 1e6 } } }),
  });
  if (!answer.ok) throw new Error(`The simulator's limits could not be lifted: ${await answer.text()}`);
}

function succeeded<T>(result: { ok: true; value: T } | { ok: false; failure: { message: string } }): T {
  if (result.ok) return result.value;
  throw new Error(result.failure.message);
}
