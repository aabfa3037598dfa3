import { onTestFinished } from "vitest";
import type { ConfigInput } from "./config.ts";
import { type RunningSimulator, startSimulator } from "./start.ts";

/** What a test reads of an answer; bodies are read loosely because tests look at the wire, not at types. */
// biome-ignore lint/suspicious/noExplicitAny: the body is whatever came over the wire
export type Got = { status: number; headers: Headers; body: any };

export type TestClient = {
  simulator: RunningSimulator;
  /** Calls the API with the demo key unless headers say otherwise. */
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Got>;
  control(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Got>;
};

/** A simulator of its own for one test, gone when the test ends. The index has no delay unless settings give one. */
export async function simulatorForTest(config: ConfigInput = {}, snapshotFile?: string): Promise<TestClient> {
  const settings = { indexDelayMs: 0, ...config.settings };
  const simulator = await startSimulator({
    config: { ...config, settings },
    ...(snapshotFile ? { snapshotFile } : {}),
  });
  onTestFinished(() => simulator.close());
  return {
    simulator,
    api: (method, path, body, headers) =>
      call(simulator.url + path, method, body, { apikey: "sim-demo-key", ...headers }),
    control: (method, path, body, headers) => call(simulator.controlUrl + path, method, body, headers ?? {}),
  };
}

async function call(url: string, method: string, body: unknown, headers: Record<string, string>): Promise<Got> {
  const init: RequestInit = { method, headers: { "content-type": "application/json", ...headers } };
  if (body !== undefined) init.body = typeof body === "string" ? body : JSON.stringify(body);
  const answer = await fetch(url, init);
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json");
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
}

/** The smallest picture: one pixel. */
export const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export function individual(customer_ref: string, family_name = "Example", more: object = {}) {
  const personal_details = { name: { given_names: ["Alex"], family_name }, dob: "1990-01-31" };
  return {
    role: "INDIVIDUAL_CUSTOMER",
    collected_data: { entity_type: "INDIVIDUAL", customer_ref, personal_details, ...more },
  };
}

export function company(customer_ref: string, name = "Example Trading Ltd", more: object = {}) {
  const metadata = { name, number: "00000001", country_of_incorporation: "GBR" };
  return { role: "COMPANY_CUSTOMER", collected_data: { entity_type: "COMPANY", customer_ref, metadata, ...more } };
}
