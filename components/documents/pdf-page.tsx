"use client";
import { Box, Skeleton } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

type Props = { href: string; label: string; onFailed: () => void };

/**
 * The first page of a PDF, drawn on a canvas by pdf.js. The browser's own viewer would need a frame, which our policy forbids and Chromium keeps
 * empty when it is sandboxed; a canvas runs nothing that stands in the file.
 */
export function PdfPage({ href, label, onFailed }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  const fail = useRef(onFailed);
  fail.current = onFailed;
  useEffect(() => {
    const stop = new AbortController();
    drawFirstPage(href, canvas, stop.signal).then(
      () => !stop.signal.aborted && setDrawn(true),
      () => !stop.signal.aborted && fail.current(),
    );
    return () => stop.abort();
  }, [href]);
  return (
    <Box aria-busy={!isDrawn} mah="70vh" style={{ overflow: "auto" }} tabIndex={0} role="region" aria-label={label}>
      {!isDrawn && <Skeleton h={320} />}
      <canvas ref={canvas} role="img" aria-label={label} hidden={!isDrawn} style={{ maxWidth: "100%" }} />
    </Box>
  );
}

const widthPx = 900;

async function drawFirstPage(
  href: string,
  canvas: React.RefObject<HTMLCanvasElement | null>,
  signal: AbortSignal,
): Promise<void> {
  const answer = await fetch(href, { signal });
  if (!answer.ok) throw new Error(`The document was not given (HTTP ${answer.status}).`);
  const data = new Uint8Array(await answer.arrayBuffer());
  const { getDocument, GlobalWorkerOptions } = await import("pdfjs-dist");
  GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url).href;
  const task = getDocument({ data, enableXfa: false, stopAtErrors: false });
  signal.addEventListener("abort", () => void task.destroy(), { once: true });
  const page = await (await task.promise).getPage(1);
  const place = canvas.current;
  if (!place || signal.aborted) return;
  const viewport = page.getViewport({ scale: widthPx / page.getViewport({ scale: 1 }).width });
  place.width = viewport.width;
  place.height = viewport.height;
  await page.render({ canvas: place, viewport }).promise;
}
