import { createAssociateRequest } from "../../lib/passfort/to-wire.ts";

/** What the simulator says about one of its accounts. */
export type Seen = {
  account: string;
  profiles: number;
  duplicateCustomerRefs: string[];
  calls: Record<string, number>;
  peakConcurrency: number;
};

/** A fault to order; see simulator/README.md, "Faults". */
export type Fault = {
  operation: string;
  kind:
    | "429"
    | "500"
    | "502_html"
    | "drop_before"
    | "drop_after"
    | "drop_late"
    | "delay"
    | "truncated_json"
    | "trickle"
    | "unknown_enums"
    | "errors_in_200";
  customerRef?: string;
  nth?: number;
  every?: number;
  times?: number;
  retrySecs?: number;
};

export type SideDoor = ReturnType<typeof sideDoor>;

/** The simulator's side door: orders faults and tells what it saw. */
export function sideDoor(controlUrl = process.env.SIMULATOR_CONTROL_URL ?? "http://127.0.0.1:4010/_control") {
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const answer = await fetch(`${controlUrl}${path}`, {
      ...init,
      headers: { "content-type": "application/json" },
    });
    if (!answer.ok) throw new Error(`The simulator's side door refused ${path} (${answer.status}).`);
    return answer.json() as Promise<T>;
  };
  const post = <T>(path: string, body: unknown) => ask<T>(path, { method: "POST", body: JSON.stringify(body) });
  return {
    /** The address of the API beside the side door, as a connection names it. */
    url: controlUrl.replace(/_control$/, "4.0"),
    /** The switches as they stand. */
    settings: () => ask<Record<string, unknown>>("/settings"),
    change: (settings: Record<string, unknown>) => post("/settings", settings),
    order: (rules: Fault[]) => post("/faults", { rules }),
    forgetFaults: () => ask("/faults", { method: "DELETE" }),
    /** How often the ordered faults struck, in order. */
    faults: () => ask<{ rules: { fired: number }[] }>("/faults"),
    /** Empties the accounts, and the record of what they saw. */
    reset: () => post("/reset", {}),
    seen: (account = "sim-demo-key") => ask<Seen>(`/state?account=${account}`),
    references: async (account = "sim-demo-key") =>
      (await ask<{ profiles: { customer_ref: string }[] }>(`/profiles?account=${account}&limit=10000`)).profiles.map(
        (profile) => profile.customer_ref,
      ),
    /** A person enters an associate in Passfort by hand. @returns the id of its profile */
    async enterAssociate(reference: string, givenNames: string[], familyName: string): Promise<string> {
      const entity = { entityType: "individual" as const, reference, givenNames, familyName };
      const answer = await fetch(`${controlUrl.replace(/_control$/, "4.0")}/profiles`, {
        method: "POST",
        headers: { apikey: "sim-demo-key", "content-type": "application/json" },
        body: JSON.stringify(createAssociateRequest(entity)),
      });
      if (!answer.ok) throw new Error(`The simulator did not enter ${reference} (${answer.status}).`);
      return ((await answer.json()) as { id: string }).id;
    },
    /** A person renames a company in Passfort's portal. */
    async renameCompany(reference: string, name: string, account = "sim-demo-key"): Promise<void> {
      type Listed = { id: string; customer_ref: string };
      type Edited = { etag: string; outcome: string; collected_data: { metadata: object } };
      const { profiles } = await ask<{ profiles: Listed[] }>(`/profiles?account=${account}&limit=10000`);
      const found = profiles.find(({ customer_ref }) => customer_ref === reference);
      if (!found) throw new Error(`The simulator has no profile ${reference}.`);
      const save = async (collected_data: object, if_match: string) => {
        const body = JSON.stringify({ collected_data, if_match });
        const headers = { "content-type": "application/json" };
        const path = `/profiles/${found.id}/collected_data`;
        return (await (await fetch(`${controlUrl}${path}`, { method: "POST", body, headers })).json()) as Edited;
      };
      // An edit of a version that never was is refused (412), changes nothing, and tells what stands there.
      const { etag, collected_data: data } = await save({}, "none");
      const { outcome } = await save({ ...data, metadata: { ...data.metadata, name } }, etag);
      if (outcome !== "stored") throw new Error(`The simulator did not rename ${reference}: ${outcome}.`);
    },
  };
}
