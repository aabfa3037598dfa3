import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { tableFrom } from "./test-stored.ts";
import { Unreadable } from "./unreadable.ts";

const folder = path.join(import.meta.dirname, "golden");
const bytesOf = (name: string) => readFileSync(path.join(folder, name));
const expected: Record<string, Record<string, unknown>> = JSON.parse(bytesOf("expected.json").toString());

/** The sentence of a refusal; whatever else is thrown fails the test. */
async function outcomeOf(name: string) {
  try {
    return await tableFrom(bytesOf(name), path.basename(name), {}, [997]);
  } catch (cause) {
    if (cause instanceof Unreadable) return { refused: cause.message };
    throw cause;
  }
}

test("every file of other people has an expectation", () => {
  const files = globSync("{exports,frictionless,messytables-horror,papaparse,uploads,xlsx}/*.*", {
    cwd: folder,
  }).filter((name) => name !== "papaparse/test-cases.json");
  expect(files.sort()).toEqual(Object.keys(expected).sort());
});

test.each(Object.entries(expected))(
  "%s is read as a careful person reads it, or refused in a sentence",
  async (name, wanted) => {
    const outcome = await outcomeOf(name);
    if ("refused" in outcome) expect(outcome).toEqual(wanted);
    else if (Array.isArray(wanted.rows))
      expect({ headerLine: outcome.form.headerLine, columns: outcome.columns, rows: outcome.rows }).toEqual(wanted);
    else
      expect({
        headerLine: outcome.form.headerLine,
        columns: outcome.columns.length,
        rows: outcome.rowCount,
        firstRow: outcome.rows[0]?.slice(0, 5),
      }).toEqual(wanted);
  },
);

const spectrum = globSync("csv-spectrum/csvs/*.csv", { cwd: folder });
test.each(spectrum)("%s says what its JSON says", async (name) => {
  const { columns, rows } = await tableFrom(bytesOf(name));
  // A line break inside a cell stays as it is written, \r\n too; the corpus tells it as either.
  const written = rows.map((row) => row.map((cell) => cell.replaceAll("\r\n", "\n")));
  const records = written.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  const said = bytesOf(`csv-spectrum/json/${path.basename(name, ".csv")}.json`).toString();
  expect(records).toEqual(JSON.parse(said.replaceAll("\\r\\n", "\\n")));
});

const json = globSync("json-test-suite/*.json", { cwd: folder }).map((name) => path.basename(name));
const noTable = /single value|has no records/;
test.each(json.filter((name) => name.startsWith("n_")))("%s is not JSON, and refused", async (name) => {
  expect(await outcomeOf(`json-test-suite/${name}`)).toHaveProperty("refused");
});
test.each(json.filter((name) => name.startsWith("y_")))("%s is JSON: read, or said to be no list", async (name) => {
  const outcome = await outcomeOf(`json-test-suite/${name}`);
  if ("refused" in outcome) expect(outcome.refused).toMatch(noTable);
  else expect(outcome.rowCount).toBeGreaterThan(0);
});
test.each(json.filter((name) => name.startsWith("i_")))("%s does no harm", async (name) => {
  expect(await outcomeOf(`json-test-suite/${name}`)).toBeDefined();
});
