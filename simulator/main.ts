import { readArguments, USAGE } from "./arguments.ts";
import { ConfigProblem } from "./config-problem.ts";
import { startSimulator } from "./start.ts";

try {
  const options = readArguments(process.argv.slice(2));
  if (options === "help") console.log(USAGE);
  else await runUntilSignal(options);
} catch (problem) {
  if (!(problem instanceof ConfigProblem)) throw problem;
  console.error(problem.message);
  process.exitCode = 1;
}

async function runUntilSignal(options: Exclude<ReturnType<typeof readArguments>, "help">): Promise<void> {
  const simulator = await startSimulator(options);
  console.log(`Simulated Passfort is ready at ${simulator.url} (page for people: ${simulator.pageUrl})`);
  let isClosing = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // Ctrl-C reaches a whole process group and its parent passes it on too; closing once is enough.
      if (isClosing) return;
      isClosing = true;
      void simulator.close().then(() => process.exit(0));
    });
  }
}
