import { benchImport } from "./import.ts";
import { benchPassfort } from "./passfort.ts";
import { benchReview } from "./review.ts";
import { benchScreens } from "./screens.ts";
import { benchSend } from "./send.ts";

/** `npm run bench -- <name> [options]`: measures, prints ratios against a yardstick of the same run, and judges nothing. */
const benches: Record<string, (args: string[]) => Promise<void>> = {
  import: benchImport,
  passfort: benchPassfort,
  review: benchReview,
  screens: benchScreens,
  send: benchSend,
};

const [name = "", ...args] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(`Name one benchmark: npm run bench -- ${Object.keys(benches).join(" | ")}`);
  process.exitCode = 1;
} else {
  await bench(args);
}
