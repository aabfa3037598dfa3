import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countParts, countWords } from "./counts.ts";
import { issueCatalogue } from "./issue-catalogue.ts";
import type { StateMachine } from "./state-machine.ts";

const glossary = readFileSync(join(import.meta.dirname, "../../docs/glossary.md"), "utf8");
const machines = await machinesOfDomain();

test("the machines of lib/domain are found", () => {
  expect(machines.map((machine) => machine.name)).toContain("chunk");
});

test.each(machines)("the glossary has every status of $name, and the moves the machine allows", (machine) => {
  const moves = (from: string) => machine.edges.filter((edge) => edge.from === from).map((edge) => edge.to);
  const inCode = machine.statuses.map((status) => [status, moves(status).sort()]);
  const inGlossary = rowsUnder(machine.name).map(([status, , next]) => [wordsIn(status)[0], wordsIn(next).sort()]);
  expect(inGlossary).toEqual(inCode);
});

test.each(machines)("every status of $name has a meaning", (machine) => {
  for (const [status, meaning] of rowsUnder(machine.name)) expect(meaning?.length, status).toBeGreaterThan(10);
});

test("the glossary has no machine that the code has lost", () => {
  const headings = [...glossary.matchAll(/^### (.+)$/gm)].map(([, heading = ""]) => heading.toLowerCase());
  expect(headings.sort()).toEqual(machines.map((machine) => machine.name).sort());
});

test("the glossary has every issue code with its severity and title", () => {
  const inGlossary = rowsUnder("Issue codes").map(([code, severity, title]) => [wordsIn(code)[0], severity, title]);
  expect(inGlossary).toEqual(
    Object.entries(issueCatalogue).map(([code, entry]) => [code, entry.severity, entry.title]),
  );
});

test("the glossary states the counting identity as it is counted", () => {
  const sum = countParts.map((part) => countWords[part].toLowerCase()).join(" + ");
  expect(glossary).toContain(`**clients = ${sum}**`);
});

/** Every exported machine, wherever in lib/domain it lives: a new one is held to the glossary without a change here. */
async function machinesOfDomain(): Promise<StateMachine<string>[]> {
  const files = globSync("*.ts", { cwd: import.meta.dirname }).filter((file) => !file.endsWith(".test.ts"));
  const load = (file: string): Promise<Record<string, unknown>> =>
    import(/* @vite-ignore */ join(import.meta.dirname, file));
  const modules = await Promise.all(files.map(load));
  return modules.flatMap((module) => Object.values(module)).filter(isMachine);
}

function isMachine(value: unknown): value is StateMachine<string> {
  return typeof value === "object" && value !== null && "statuses" in value && "edges" in value;
}

/** The cells of the first table under a heading, without its head. */
function rowsUnder(heading: string): string[][] {
  const section =
    glossary.split(/^#{2,3} /m).find((part) => part.toLowerCase().startsWith(`${heading.toLowerCase()}\n`)) ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const wordsIn = (cell = ""): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);
