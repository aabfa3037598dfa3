/** Streams bytes to the browser as a file: what is not yet asked for is not yet made. `fileName`: plain letters, dots and hyphens. */
export function bytesDownload({
  fileName,
  contentType,
  pieces,
}: {
  fileName: string;
  contentType: string;
  pieces: AsyncGenerator<Uint8Array>;
}): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
    },
  });
}
