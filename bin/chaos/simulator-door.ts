import type { FaultRule } from "../../simulator/api/fault-plan.ts";

export const account = "sim-demo-key";

export type SimulatorState = { peakConcurrency: number; calls: Record<string, number> };
export type SimulatorProfile = { id: string; customer_ref: string | null; role: string };

export type SimulatorDoor = {
  controlUrl: string;
  state(): Promise<SimulatorState>;
  profiles(): Promise<SimulatorProfile[]>;
  order(rules: FaultRule[]): Promise<void>;
  endBadDays(): Promise<void>;
  /** A person changes the data of a profile in the portal; the others' changes since are kept. */
  edit(profileId: string, change: (data: CompanyData) => CompanyData): Promise<void>;
  dataOf(profileId: string): Promise<CompanyData>;
};

export type CompanyData = {
  metadata?: { number_of_employees?: number };
  officers?: Record<string, unknown[]>;
};

/** The side door of the simulator: what is done here is not a call to Passfort and is not counted as one. */
export function simulatorDoor(url: string): SimulatorDoor {
  const controlUrl = `${url}/_control`;
  const ask = async <T>(path: string, body?: unknown, method = body === undefined ? "GET" : "POST"): Promise<T> => {
    const answer = await fetch(`${controlUrl}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // 412: somebody else saved first, and what stands there now is in the body.
    if (!answer.ok && answer.status !== 412)
      throw new Error(`The simulator answered ${answer.status} to ${method} ${path}.`);
    return (await answer.json()) as T;
  };
  type Edited = { outcome: string; etag: string; collected_data: CompanyData };
  const save = (id: string, data: CompanyData, etag: string) =>
    ask<Edited>(`/profiles/${id}/collected_data`, { collected_data: data, if_match: etag });
  // An edit of a version that never was changes nothing and tells what stands there.
  const look = (id: string) => save(id, {}, "none");
  return {
    controlUrl,
    state: () => ask(`/state?account=${account}`),
    profiles: async () =>
      (await ask<{ profiles: SimulatorProfile[] }>(`/profiles?account=${account}&limit=1000000`)).profiles,
    order: async (rules) => void (await ask("/faults", { rules })),
    endBadDays: async () => void (await ask("/faults", undefined, "DELETE")),
    async edit(profileId, change) {
      let seen = await look(profileId);
      do seen = await save(profileId, change(seen.collected_data), seen.etag);
      while (seen.outcome !== "stored");
    },
    dataOf: async (profileId) => (await look(profileId)).collected_data,
  };
}
