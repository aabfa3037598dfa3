import { isPortFree } from "../free-port.mjs";
import { Halt } from "../halt.mjs";

/**
 * Before anything that takes long: a taken port is only worth a sentence when it is said at once.
 * @param {{ port: number, simulatorPort: number, runsSimulator: boolean }} settings
 */
export async function checkPorts({ port, simulatorPort, runsSimulator }) {
  await checkPort(port, "panel", "PORT");
  if (runsSimulator) await checkPort(simulatorPort, "simulator", "SIMULATOR_PORT");
}

async function checkPort(port, whose, variable) {
  if (await isPortFree(port)) return;
  const free = await nextFree(port);
  throw new Halt(
    port < 1024 && process.getuid?.() !== 0
      ? `Port ${port} for the ${whose} may only be opened by root. Choose one above 1023, for example: ${variable}=${free} npm start`
      : `Port ${port} for the ${whose} is taken by another program. Stop that program, or choose another port, for example: ${variable}=${free} npm start`,
  );
}

async function nextFree(port) {
  for (let candidate = Math.max(port + 1, 1024); candidate < port + 2000 && candidate <= 65535; candidate += 1) {
    if (await isPortFree(candidate)) return candidate;
  }
  return 13000;
}
