import { onTestFinished } from "vitest";
import { startSimulator } from "../../../simulator/start.ts";
import type { CallResult } from "../../domain/failure.ts";
import { makePassfort, type PassfortClient } from "../client.ts";
import { makeHttp } from "../http.ts";

/** An account the contract is held against: a simulated one, or a real demo account. */
export type ContractAccount = {
  passfort: PassfortClient;
  /** Aliases of products that decide nothing by themselves; null: whatever applies by itself. */
  productAliasIndividual: string | null;
  productAliasCompany: string | null;
  /** Lets time pass, so that an index catches up and a check ends. */
  pass(ms: number): Promise<void>;
};

export type Fault = { operation: string; kind: string; [more: string]: unknown };

export type SimulatedAccount = ContractAccount & {
  url: string;
  /** Another client of the same account. */
  client(change?: { apiKey?: string; baseUrl?: string; timeoutMs?: number; connectionsMax?: number }): PassfortClient;
  settings(): Promise<Record<string, unknown>>;
  change(settings: Record<string, unknown>): Promise<void>;
  fault(...rules: Fault[]): Promise<void>;
  noFaults(): Promise<void>;
  state(): Promise<{ profiles: number; duplicateCustomerRefs: string[] }>;
};

/** A simulator of its own for one test, reached as the browser stories reach it; gone when the test ends. */
export async function simulatedAccount(settings: Record<string, unknown> = {}): Promise<SimulatedAccount> {
  const account = await openAccount();
  onTestFinished(account.close);
  await account.change({ indexDelayMs: 60_000, ...settings });
  return account;
}

/** The same for whoever closes it by hand. */
export async function openAccount(): Promise<SimulatedAccount & { close(): Promise<void> }> {
  const simulator = await startSimulator({ port: 0 });
  const sideDoor = async (method: string, door: string, body?: unknown) => {
    const response = await fetch(`${simulator.controlUrl}/${door}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The side door refused ${door}: ${await response.text()}`);
    return response.json();
  };
  const account: SimulatedAccount & { close(): Promise<void> } = {
    close: () => simulator.close(),
    url: simulator.url,
    productAliasIndividual: "individual_migration",
    productAliasCompany: "company_migration",
    client({ apiKey = "sim-demo-key", baseUrl = simulator.url, ...http } = {}) {
      const passfortFor = makePassfort({
        log: { info: () => {} },
        pause: async () => {},
        makeHttp: (given) => makeHttp({ ...given, ...http }),
      });
      return passfortFor({ id: "connection-1", environment: "simulator", baseUrl, apiKey });
    },
    get passfort() {
      return account.client();
    },
    pass: (ms) => account.change({ advanceMs: ms }),
    settings: () => sideDoor("GET", "settings"),
    change: async (change) => void (await sideDoor("POST", "settings", change)),
    fault: async (...rules) => void (await sideDoor("POST", "faults", { rules })),
    noFaults: async () => void (await sideDoor("DELETE", "faults")),
    state: () => sideDoor("GET", "state?account=demo"),
  };
  return account;
}

/** The value of a call that must succeed here. */
export function must<T>(result: CallResult<T>): T {
  if (result.ok) return result.value;
  const { kind, code, message } = result.failure;
  throw new Error(`The call must succeed, but is ${kind} (${code}): ${message}`);
}
