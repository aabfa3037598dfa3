/** npm run bench -- <name> [options]: measures, prints ratios against a yardstick of the same run, and judges nothing. */
const benches: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  import: () => import("./import.ts"),
};

const [name = "", ...args] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(`There is no benchmark "${name}". There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}
await (await bench()).run(args);
