import { fileNameOf } from "./file-name-of.ts";

/** JSON that the browser keeps as a file. */
export function jsonDownload(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${fileNameOf(name, "mapping")}.json"`,
      "cache-control": "no-store",
    },
  });
}
