import { benchPassfort } from "./passfort.ts";

const benches: Record<string, () => Promise<void>> = { passfort: benchPassfort };

const [name = "", ...rest] = process.argv.slice(2);
const bench = benches[name];
if (!bench || rest.length > 0) {
  console.error(`Name one benchmark: npm run bench -- ${Object.keys(benches).join(" | ")}`);
  process.exitCode = 1;
} else {
  await bench();
}
