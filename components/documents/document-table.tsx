import { ActionIcon, Anchor, Badge, Checkbox, Group, Table, Text } from "@mantine/core";
import { IconArrowBackUp, IconDownload, IconEye } from "@tabler/icons-react";
import Link from "next/link";
import { dayWords } from "#components/records/day-words.ts";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { sizeWords } from "#components/ui/size-words.ts";
import { documentHref } from "#lib/contracts/documents.ts";
import { documentUseWords, documentWords } from "#lib/domain/document.ts";
import type { DocumentLine } from "./document-line.ts";
import { mediaWords, previewOf } from "./media-words.ts";

type Props = {
  label: string;
  migrationId: string;
  documents: readonly DocumentLine[];
  /** Ids of the chosen lines, and how to choose; null: nothing can be chosen here. */
  choice: { chosen: ReadonlySet<string>; onChoose: (chosen: ReadonlySet<string>) => void } | null;
  /** On a client's own page the owner goes without saying. */
  withOwner?: boolean;
  onPreview: (document: DocumentLine) => void;
  onTakeBack: ((document: DocumentLine) => void) | null;
};

/** Documents as lines: whose, which file, what it is, and what is wrong with it. */
export function DocumentTable({
  label,
  migrationId,
  documents,
  choice,
  withOwner = true,
  onPreview,
  onTakeBack,
}: Props) {
  const all = documents.every(({ id }) => choice?.chosen.has(id));
  const toggled = (id: string) => {
    const next = new Set(choice?.chosen);
    if (!next.delete(id)) next.add(id);
    return next;
  };
  return (
    <ScrollRegion label={label}>
      <Table miw={760}>
        <Table.Thead>
          <Table.Tr>
            {choice && (
              <Table.Th w={36}>
                <Checkbox
                  size="xs"
                  aria-label="Choose all that are shown"
                  checked={all}
                  indeterminate={!all && choice.chosen.size > 0}
                  onChange={() => choice.onChoose(all ? new Set() : new Set(documents.map(({ id }) => id)))}
                />
              </Table.Th>
            )}
            {withOwner && <Table.Th>Owner</Table.Th>}
            <Table.Th>File</Table.Th>
            <Table.Th>What it is</Table.Th>
            <Table.Th>Content</Table.Th>
            <Table.Th>To know</Table.Th>
            <Table.Th ta="right">Acts</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {documents.map((document) => (
            <Table.Tr key={document.id}>
              {choice && (
                <Table.Td>
                  <Checkbox
                    size="xs"
                    aria-label={`Choose ${document.name}`}
                    checked={choice.chosen.has(document.id)}
                    onChange={() => choice.onChoose(toggled(document.id))}
                  />
                </Table.Td>
              )}
              {withOwner && (
                <Table.Td>
                  <Owner document={document} migrationId={migrationId} />
                </Table.Td>
              )}
              <Table.Td maw={300}>
                <FileName document={document} migrationId={migrationId} />
              </Table.Td>
              <Table.Td>
                <WhatItIs document={document} />
              </Table.Td>
              <Table.Td>
                {document.mediaType !== null && <Text size="sm">{mediaWords(document.mediaType)}</Text>}
                {document.sizeBytes !== null && (
                  <Text size="xs" c="dimmed">
                    {sizeWords(document.sizeBytes)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td maw={320}>
                {document.sentence && <Text size="sm">{document.sentence}</Text>}
                {document.alike > 1 && (
                  <Text size="xs" c="dimmed">
                    {plainNumber(document.alike)} uploaded files have these bytes.
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Acts document={document} onPreview={onPreview} onTakeBack={onTakeBack} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function Owner({
  document: { ownerId, ownerReference },
  migrationId,
}: {
  document: DocumentLine;
  migrationId: string;
}) {
  if (ownerId === null) return <Text size="sm">{ownerReference ?? "nobody"}</Text>;
  return (
    <Anchor
      component={Link}
      href={`/migrations/${migrationId}/records/${ownerId}`}
      size="sm"
      underline="always"
      prefetch={false}
    >
      {ownerReference ?? "no reference"}
    </Anchor>
  );
}

function FileName({ document, migrationId }: { document: DocumentLine; migrationId: string }) {
  const { name, path, bundleName, manifest, id, kind } = document;
  const where = [
    path !== null && path !== name ? path : null,
    bundleName !== null && bundleName !== path ? `in ${bundleName}` : null,
  ].filter((part) => part !== null);
  return (
    <>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {name || "no file name"}
      </Text>
      {where.length > 0 && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {where.join(" ")}
        </Text>
      )}
      {kind === "row" && manifest && (
        <Anchor
          component={Link}
          href={`/migrations/${migrationId}/records/${id}`}
          size="xs"
          underline="always"
          prefetch={false}
        >
          row {plainNumber(manifest.rowNumber)} of {manifest.fileName}
        </Anchor>
      )}
    </>
  );
}

function WhatItIs({ document: { use, category, documentType, expiresOn, isAccepted } }: { document: DocumentLine }) {
  const paper = [category, documentType].flatMap((code) => (code ? [documentWords(code)] : []));
  return (
    <>
      <Group gap={4}>
        <Text size="sm">{use ? documentUseWords[use] : "Not said"}</Text>
        {isAccepted && (
          <Badge size="xs" color="teal">
            Accepted
          </Badge>
        )}
      </Group>
      {paper.length > 0 && (
        <Text size="xs" c="dimmed">
          {paper.join(", ")}
        </Text>
      )}
      {expiresOn && (
        <Text size="xs" c="dimmed">
          until {dayWords(expiresOn)}
        </Text>
      )}
    </>
  );
}

function Acts({
  document,
  onPreview,
  onTakeBack,
}: { document: DocumentLine } & Pick<Props, "onPreview" | "onTakeBack">) {
  const { documentId, mediaType, name, isAccepted } = document;
  if (documentId === null || mediaType === null) return null;
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      {onTakeBack && isAccepted && (
        <ActionIcon variant="subtle" color="gray" onClick={() => onTakeBack(document)} aria-label={`Take back ${name}`}>
          <IconArrowBackUp size={16} aria-hidden />
        </ActionIcon>
      )}
      {previewOf(mediaType) && (
        <ActionIcon variant="subtle" onClick={() => onPreview(document)} aria-label={`Preview ${name}`}>
          <IconEye size={16} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon
        component="a"
        href={documentHref(documentId)}
        download
        variant="subtle"
        aria-label={`Download ${name}`}
      >
        <IconDownload size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
