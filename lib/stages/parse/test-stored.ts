import type { FormChoice } from "../../domain/source-form.ts";
import { watchColumns } from "../../domain/watch-columns.ts";
import { readTable } from "./read-table.ts";
import type { StoredBytes } from "./stored-bytes.ts";

/** For tests: bytes in memory that come in pieces of these sizes, over and over. */
export function storedOf(content: string | Uint8Array, sizes: readonly number[] = [65_536]): StoredBytes {
  const bytes = Buffer.from(content);
  async function* part(start: number, end: number) {
    for (let at = start, turn = 0; at < end; turn++) {
      const size = Math.min(sizes[turn % sizes.length] ?? 1, end - at);
      yield bytes.subarray(at, at + size);
      at += size;
    }
  }
  return { sizeBytes: bytes.length, all: () => part(0, bytes.length), part };
}

/** Everything a table says, in memory. */
export async function tableFrom(
  content: string | Uint8Array,
  name = "x.csv",
  choice: FormChoice = {},
  sizes?: readonly number[],
) {
  const rows: string[][] = [];
  const lines: number[] = [];
  const watch = watchColumns();
  const table = await readTable(storedOf(content, sizes), name, choice, {
    onRow: ({ cells, lineNumber, rowNumber }) => {
      watch.see(cells, rowNumber);
      rows.push([...cells]);
      lines.push(lineNumber);
    },
    onPiece: async () => {},
  });
  return { ...table, statistics: watch.found(table.columns.length), rows, lines };
}
