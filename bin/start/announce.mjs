/** The people seeded on a first start with the simulator (lib/settings/people/demo-people.ts). */
const demoPeople = [
  ["Olivia Operator", "operator@causeway.example"],
  ["Amir Approver", "approver@causeway.example"],
  ["Audrey Auditor", "auditor@causeway.example"],
  ["Ada Admin", "admin@causeway.example"],
];
const demoPassword = "causeway-demo";

/**
 * What a person needs to know when everything is up.
 * @param {{ baseUrl: string, dataDir: string, simulatorPort: number, runsSimulator: boolean, hasDemoPeople: boolean, setUpCode?: string | undefined }} panel
 * @returns {string}
 */
export function announcement({ baseUrl, dataDir, simulatorPort, runsSimulator, hasDemoPeople, setUpCode }) {
  return [
    "",
    `Causeway is ready:  ${baseUrl}`,
    "",
    ...(hasDemoPeople
      ? [
          "Sign in as",
          ...demoPeople.map(([name, email]) => `  ${name.padEnd(16)} ${email}`),
          `  each with the password ${demoPassword}`,
          "",
        ]
      : []),
    ...(setUpCode ? [`Nobody is here yet. Become the first admin there, with the set-up code  ${setUpCode}`, ""] : []),
    ...(runsSimulator ? [`Simulated Passfort:  http://127.0.0.1:${simulatorPort}`] : []),
    `Data and logs:       ${dataDir}`,
    "Stop with Ctrl-C; everything is kept for the next start.",
    "",
  ].join("\n");
}
