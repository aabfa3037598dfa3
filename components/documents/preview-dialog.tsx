"use client";
import { Alert, Anchor, Center, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { documentHref } from "#lib/contracts/documents.ts";
import type { DocumentLine } from "./document-line.ts";
import { previewOf } from "./media-words.ts";
import { PdfPage } from "./pdf-page.tsx";

/** A picture, or the first page of a PDF. Each look is a line in the audit log, and the dialog says so. */
export function PreviewDialog({ document, onClose }: { document: DocumentLine | null; onClose: () => void }) {
  return (
    <Modal opened={document !== null} onClose={onClose} title={document?.name ?? "Document"} size="xl">
      {document?.documentId && (
        <Preview key={document.documentId} document={document} href={documentHref(document.documentId)} />
      )}
    </Modal>
  );
}

function Preview({ document, href }: { document: DocumentLine; href: string }) {
  const [failed, setFailed] = useState(false);
  return (
    <Stack gap="sm">
      {failed && (
        <Alert color="red" variant="light" role="alert" title="It cannot be shown">
          The browser cannot read this document, or it could not be fetched. Download it and open it on your machine; if
          it does not open there either, take it from the source once more.
        </Alert>
      )}
      {!failed && previewOf(document.mediaType) === "image" && (
        <Center>
          {/* biome-ignore lint/performance/noImgElement: bytes of a client go through no optimiser and no cache. */}
          <img
            src={href}
            alt={`Document ${document.name}`}
            onError={() => setFailed(true)}
            style={{ maxWidth: "100%", maxHeight: "70vh", objectFit: "contain" }}
          />
        </Center>
      )}
      {!failed && previewOf(document.mediaType) === "pdf" && (
        <PdfPage href={href} label={`First page of ${document.name}`} onFailed={() => setFailed(true)} />
      )}
      <Text size="xs" c="dimmed">
        That you looked at it is noted in the audit log.
        {previewOf(document.mediaType) === "pdf" &&
          " Pages that were scanned as JPEG 2000 or JBIG2 can look blank here; the document itself is whole."}{" "}
        <Anchor href={href} download inherit underline="always">
          Download the whole document
        </Anchor>
      </Text>
    </Stack>
  );
}
