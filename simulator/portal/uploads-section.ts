import { html } from "hono/html";
import type { FileUpload, ImageUpload, Profile } from "../profile/profile.ts";
import type { Document } from "../validate/document.ts";
import { labelOf } from "./label-of.ts";
import type { Html } from "./markup.ts";
import { when } from "./when.ts";

/** Names, sizes and kinds of what was uploaded; the bytes themselves are never kept. */
export function uploadsSection(profile: Profile): Html {
  const documents = profile.collectedData.documents ?? [];
  const rows = [
    ...documents.map((one) => documentRow(one, profile.images)),
    ...loose(profile.images, documents).map(imageRow),
    ...profile.files.map(fileRow),
  ];
  return html`<section aria-labelledby="uploads"><h2 id="uploads">Documents and files</h2><div class="card">${
    rows.length === 0 ? html`<p class="empty">Nothing has been uploaded.</p>` : html`<ul class="rows">${rows}</ul>`
  }</div></section>`;
}

function documentRow(document: Document, images: ImageUpload[]): Html {
  const own = document.images.flatMap(({ id }) => images.find((image) => image.id === id) ?? []);
  return html`<li><strong>${labelOf(document.document_type)}</strong> <span class="dim">${labelOf(document.category)}</span>
<div class="dim small">${own.map((image) => `${labelOf(image.imageType)}, ${sizeOf(image.byteSize)}, ${image.mediaType}`).join("; ")}</div></li>`;
}

function loose(images: ImageUpload[], documents: Document[]): ImageUpload[] {
  const used = new Set(documents.flatMap((document) => document.images.map(({ id }) => id)));
  return images.filter((image) => !used.has(image.id));
}

function imageRow(image: ImageUpload): Html {
  return html`<li><strong>Image of no document</strong> <div class="dim small">${labelOf(image.imageType)}, ${sizeOf(image.byteSize)}, ${image.mediaType}, ${when(image.uploadDate)}</div></li>`;
}

function fileRow(file: FileUpload): Html {
  return html`<li><strong class="anywhere">${file.name}</strong> <div class="dim small">File, ${sizeOf(file.byteSize)}, ${file.mediaType}, ${when(file.uploadDate)}</div></li>`;
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
