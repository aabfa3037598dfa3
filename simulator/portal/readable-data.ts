import { html } from "hono/html";
import type { CollectedData } from "../validate/collected-data.ts";
import { labelOf } from "./label-of.ts";
import type { Html } from "./markup.ts";

/** Shown in places of their own: links, documents; and what the header says already. */
const SHOWN_ELSEWHERE = new Set(["entity_type", "documents"]);

/** Set by the server, and of no use to a person. */
const SERVERS_OWN = new Set([
  "resolver_id",
  "merged_resolver_ids",
  "unverified_task_variant_ids",
  "task_variant_ids",
  "original_structured_address",
  "type",
]);

type Line = { label: string; text: string };
type Group = { heading: string; lines: Line[] };

/** Collected data as headings with lines under them, every value there is, in the order in which it is kept. */
export function readableData(data: CollectedData): Html {
  const groups = groupsOf(data);
  if (groups.length === 0) return html`<p class="empty">There is none beyond the kind of client.</p>`;
  return html`<div class="stack">${groups.map(
    ({ heading, lines }) =>
      html`<div class="stack tight"><h3>${heading}</h3><dl class="facts wide">${lines.map(({ label, text }) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl></div>`,
  )}</div>`;
}

export function groupsOf(data: CollectedData): Group[] {
  const plain: Line[] = [];
  const groups: Group[] = [];
  for (const [key, value] of Object.entries(data)) {
    if (SHOWN_ELSEWHERE.has(key)) continue;
    if (isObject(value) || isListOfObjects(value)) collect(labelOf(key), value, groups);
    else push(plain, labelOf(key), value);
  }
  return [{ heading: "Reference and other facts", lines: plain }, ...groups].filter(({ lines }) => lines.length > 0);
}

/** One group for an object; one for each element of a list; lists inside become groups of their own, behind it. */
function collect(heading: string, value: unknown, groups: Group[]): void {
  if (isListOfObjects(value)) {
    const elements = value.filter((element) => !("linked_profile" in element));
    for (const [index, element] of elements.entries())
      collect(elements.length > 1 ? `${heading} ${index + 1}` : heading, element, groups);
    return;
  }
  const group: Group = { heading, lines: [] };
  groups.push(group);
  flatten("", value, group, groups);
}

function flatten(path: string, value: unknown, group: Group, groups: Group[]): void {
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (SERVERS_OWN.has(key)) continue;
    const label = path === "" ? labelOf(key) : `${path}, ${labelOf(key).toLowerCase()}`;
    if (isListOfObjects(inner)) collect(headingInside(group.heading, key), inner, groups);
    else if (isObject(inner)) flatten(isTransparent(key) ? path : label, inner, group, groups);
    else push(group.lines, label, inner);
  }
}

/** "Officers: directors", but only "Tax ids" for what is of the company itself. */
function headingInside(heading: string, key: string): string {
  return heading === labelOf("metadata") ? labelOf(key) : `${heading}: ${labelOf(key).toLowerCase()}`;
}

/** Wrappers whose name says nothing: "Postal code" reads better than "Address, postal code". */
function isTransparent(key: string): boolean {
  return key === "address" || key === "name";
}

function push(lines: Line[], label: string, value: unknown): void {
  const text = textOf(value);
  if (text !== "") lines.push({ label, text });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOfObjects(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}
