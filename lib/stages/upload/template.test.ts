import { expect, test } from "vitest";
import { templateKinds, templateLooks } from "../../domain/template-kind.ts";
import { proposalsOf } from "../map/proposals-of.ts";
import { evidenceOf } from "../map/test-evidence.ts";
import { tableFrom } from "../parse/test-stored.ts";
import { templateFile } from "./query/template-file.ts";

const kindsAndFormats = templateKinds.flatMap((kind) =>
  (["csv", "xlsx"] as const).map((format) => [kind, format] as const),
);

test.each(kindsAndFormats)(
  "the template for %s as %s, uploaded again, maps every column to its field by its header",
  async (kind, format) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of templateFile(kind, format)) pieces.push(piece);
    const read = await tableFrom(Buffer.concat(pieces), `template.${format}`);
    expect(read.columns).toEqual(templateLooks[kind].fields.map(({ label }) => label));
    expect(read.rowCount).toBe(3);
    expect(read.reading).toMatchObject({ doubts: [], damage: [], unusual: [], ragged: { short: 0, long: 0 } });
    const columns = read.columns.map((name, index) =>
      evidenceOf(
        index,
        name,
        read.rows.map((row) => row[index] ?? ""),
      ),
    );
    const suggested = proposalsOf(columns, templateLooks[kind].file).columns.map(({ suggestion }) => ({
      field: suggestion?.field,
      confidence: suggestion?.confidence,
    }));
    expect(suggested).toEqual(templateLooks[kind].fields.map(({ key }) => ({ field: key, confidence: "sure" })));
  },
);

test.each(templateKinds)("every field of %s that is always required has an example in every row", async (kind) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of templateFile(kind, "csv")) pieces.push(piece);
  const { rows } = await tableFrom(Buffer.concat(pieces));
  for (const [index, { required }] of templateLooks[kind].fields.entries())
    if (required === "always") expect(rows.map((row) => row[index]).filter((cell) => cell === "")).toEqual([]);
});
