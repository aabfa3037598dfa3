import type { SignedInContext } from "../../context.ts";
import type { ReplyOf } from "../../contracts/contract.ts";
import type { previewFile as previewFileContract } from "../../contracts/files.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { type FormChoice, formChoiceSchema, sourceReadingSchema } from "../../domain/source-form.ts";
import { previewTable } from "./read-table.ts";
import { storedFile } from "./stored-bytes.ts";
import { Unreadable } from "./unreadable.ts";

const previewRows = 50;

/** The first rows of a file as a form would read them, from the stored bytes; nothing is kept. Without a choice, the form it was read in. */
export async function previewFile(
  ctx: SignedInContext,
  fileId: string,
  asked: FormChoice | null,
): Promise<Outcome<ReplyOf<typeof previewFileContract>>> {
  const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
  if (!file || file.status === "withdrawn") return refused("not_found", "There is no such file.");
  const choice = asked ?? formChoiceSchema.parse(file.formChoice ?? {});
  const reading = file.reading === null ? null : sourceReadingSchema.parse(file.reading);
  try {
    const preview = await previewTable(storedFile(ctx.files, file), file.name, choice, previewRows);
    const { form, columns } = preview;
    // Only who sees the end can leave out what stands there.
    const seesTheEnd = preview.rows.length < previewRows;
    const rows = seesTheEnd ? preview.rows.slice(0, Math.max(0, preview.rows.length - form.skipEnd)) : preview.rows;
    return done({
      choice,
      form,
      // The whole file was looked at when it was read; a preview sees its beginning.
      reading: asked === null && reading !== null ? reading : preview.reading,
      columns,
      rows: rows.map(({ cells, ...row }) => ({ ...row, cells: [...cells] })),
      problem: null,
    });
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    return done({ choice, form: null, reading: null, columns: [], rows: [], problem: cause.message });
  }
}
