import type { Context } from "../../../context.ts";
import { documentUseWords } from "../../../domain/document.ts";
import { type DocumentList, documentListWords } from "../../../domain/document-list.ts";
import { sheetRowsMax, workbookOf } from "../../../sheets/workbook-of.ts";
import { type DocumentCursor, documentPage } from "../../../store/document-page.ts";
import { paperInWords, sentenceOfDocument } from "../shown-document.ts";

const perPage = 1_000;
const header = [
  "Owner reference",
  "File name",
  "Uploaded as",
  "Upload",
  "Manifest",
  "Row",
  "Use",
  "Category and type",
  "Expiry date",
  "Content",
  "Bytes",
  "Remark",
];

/** One list as a workbook, page by page: a million lines take as little memory as ten. */
export const documentListFile = (ctx: Context, migrationId: string, list: DocumentList): AsyncGenerator<Uint8Array> =>
  workbookOf([
    {
      name: documentListWords[list].label,
      header,
      rows: rowsOf(ctx, migrationId, list),
      widths: [22, 34, 40, 26, 26, 8, 16, 36, 14, 18, 12, 70],
    },
  ]);

async function* rowsOf(ctx: Context, migrationId: string, list: DocumentList): AsyncGenerator<string[]> {
  let after: DocumentCursor | undefined;
  for (let rows = 0; rows < sheetRowsMax; ) {
    const page = await documentPage(ctx.db, migrationId, { list }, after, perPage);
    for (const each of page) {
      if (rows++ >= sheetRowsMax) return;
      yield [
        each.ownerReference ?? "",
        each.name,
        each.path ?? "",
        each.bundleName ?? "",
        each.manifestName ?? "",
        each.rowNumber === null ? "" : String(each.rowNumber),
        each.use ? documentUseWords[each.use] : "",
        paperInWords([each.category, each.documentType]),
        each.expiresOn ?? "",
        each.mediaType ?? "",
        each.sizeBytes === null ? "" : String(each.sizeBytes),
        sentenceOfDocument(each) ?? "",
      ];
    }
    const last = page.at(-1);
    if (page.length < perPage || !last) return;
    after = { source: last.source, id: last.id };
  }
}
