import { foldedOf, type Span, spansOf } from "../domain/folded-text.ts";
import { readableText } from "./readable-text.ts";

const messageLengthMax = 500;
/** No message to a person is longer; cutting it before its values are out could leave half of one. */
const readLengthMax = 10_000;
const hidden = "[hidden]";

// Our own words and ids: they tell a person what is wrong and say nothing about anybody.
const keptKeys = new Set([
  "entity_type",
  "role",
  "type",
  "tax_id_type",
  "customer_ref",
  "customer_reference",
  "applications",
]);

/**
 * A message of Passfort fit to be stored: every personal value of what we sent is taken out, in whatever case, accents,
 * escapes and separators it is repeated, and so is whatever looks like an e-mail address, a date or a long number; at most
 * 500 characters. Escapes are read first, so that a value cannot hide in one.
 */
export function redact(message: string, sent: unknown): string {
  if (message.length > readLengthMax) return "(A message too long to be kept.)";
  const text = readableText(message);
  const spans = [...spansOf(foldedOf(text), [...valuesOf(sent)]), ...patternSpansOf(text)];
  return withoutSpans(text, spans).replace(/\s+/g, " ").trim().slice(0, messageLengthMax).toWellFormed();
}

function valuesOf(sent: unknown): Set<string> {
  const values = new Set<string>();
  collect(sent, values);
  return values;
}

function collect(sent: unknown, values: Set<string>): void {
  if (typeof sent === "string" || typeof sent === "number") addValue(String(sent), values);
  else if (Array.isArray(sent)) for (const entry of sent) collect(entry, values);
  else if (typeof sent === "object" && sent !== null) {
    for (const [name, value] of Object.entries(sent)) if (!keptKeys.has(name)) collect(value, values);
  }
}

/** A value is also recognised by its words: Passfort need not repeat it the way we wrote it. */
function addValue(text: string, values: Set<string>): void {
  const whole = text.normalize("NFC").trim();
  if (whole === "") return;
  values.add(whole);
  for (const word of whole.split(/[^\p{L}\p{N}\p{M}'’]+/u)) if (word.length >= 3) values.add(word);
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  let at = 0;
  let rest = "";
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    // Spans that touch or overlap become one.
    if (from >= at) rest += `${text.slice(at, from)}${hidden}`;
    at = Math.max(at, to);
  }
  return rest + text.slice(at);
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const email = "[^\\s@\"'<>]+@[^\\s@\"'<>]+";
const date = "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}";
const longNumber = "\\+?\\d(?:[\\s().-]?\\d){6,}";
const patterns = new RegExp(`(?<id>${uuid})|${email}|${date}|${longNumber}`, "gi");

function patternSpansOf(text: string): Span[] {
  return [...text.matchAll(patterns)].flatMap(({ 0: found, index, groups }) =>
    groups?.id === undefined ? [{ from: index, to: index + found.length }] : [],
  );
}
