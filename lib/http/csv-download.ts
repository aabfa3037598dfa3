import { fileNameOf } from "./file-name-of.ts";

/** Streams text to the browser as a file: what is not yet asked for is not yet made. */
export function csvDownload(name: string, pieces: AsyncGenerator<string>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileNameOf(name, "error-report")}.csv"`,
      "cache-control": "no-store",
    },
  });
}
