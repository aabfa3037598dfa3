import { setTimeout as wait } from "node:timers/promises";
import type { SimulatorDoor } from "./simulator-door.ts";

export type Edits = { made: number; lastByProfile: Map<string, number> };
export const noEdits = (): Edits => ({ made: 0, lastByProfile: new Map() });

const editsAtOnce = 40;
const everyMs = 50;
const companiesAtOnce = 4;

/**
 * For two seconds a person changes the youngest companies in the portal again and again, so that a link written meanwhile
 * meets a newer version (412). What the person wrote last must still stand there at the end.
 */
export async function editInPortal(simulator: SimulatorDoor, edits: Edits): Promise<void> {
  for (let turn = 0; turn < editsAtOnce; turn += 1) {
    const companies = (await simulator.profiles()).filter(({ customer_ref }) => /^C-\d+$/.test(customer_ref ?? ""));
    for (const { id } of companies.slice(-companiesAtOnce)) {
      edits.made += 1;
      const stamp = edits.made;
      await simulator.edit(id, (data) => ({ ...data, metadata: { ...data.metadata, number_of_employees: stamp } }));
      edits.lastByProfile.set(id, stamp);
    }
    await wait(everyMs);
  }
}
