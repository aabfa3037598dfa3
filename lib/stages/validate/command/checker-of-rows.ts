import type { Context } from "../../../context.ts";
import { rowCorrector } from "../../../domain/corrected-row.ts";
import { mappingBodySchema } from "../../../domain/mapping.ts";
import type { Tx } from "../../../store/client.ts";
import { standingCorrections } from "../../../store/corrections.ts";
import type { SourceFile } from "../../../store/generated/client.ts";
import { type CheckedRecord, rowChecker } from "../check-row.ts";

/** Checks some rows of a file as a check of the whole file would: with one version of the mapping, and with what people corrected. */
export async function checkerOfRows(
  ctx: Context,
  tx: Tx,
  { file, version, rowNumbers }: { file: SourceFile; version: number; rowNumbers: readonly number[] },
): Promise<(rowNumber: number, cells: readonly string[]) => CheckedRecord[]> {
  const mapping = await tx.mapping.findUniqueOrThrow({ where: { fileId_version: { fileId: file.id, version } } });
  const body = mappingBodySchema.parse(mapping.body);
  const today = ctx.clock.now().toISOString().slice(0, 10);
  const check = rowChecker(body, file, file.columns.length, today);
  const correct = rowCorrector(await standingCorrections(tx, file, { rowNumbers }), body, file.columns.length);
  return (rowNumber, cells) => {
    const corrected = correct(rowNumber, cells);
    return check(corrected.cells, corrected.corrections);
  };
}
