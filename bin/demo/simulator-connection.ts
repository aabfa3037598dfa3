import { listConnections } from "../../lib/contracts/connections.ts";
import type { Panel } from "./panel.ts";

/** The connection that every panel begins with; others to a simulator may stand beside it. Nothing here ever calls a real account. */
export async function simulatorConnection(operator: Panel): Promise<{ id: string; name: string }> {
  const { connections } = await operator.call(listConnections);
  const found = connections.find(({ name, environment }) => name === "Simulator" && environment === "simulator");
  if (!found) throw new Error("The panel has no connection “Simulator” to a simulated Passfort.");
  return found;
}
