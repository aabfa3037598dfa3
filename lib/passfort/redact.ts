const messageLengthMax = 500;
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
 * A message of Passfort fit to be stored: every personal value of what we sent is taken out, and so is whatever looks
 * like an e-mail address, a date or a long number; at most 500 characters.
 */
export function redact(message: string, sent: unknown): string {
  const text = message.normalize("NFC");
  const withoutSent = valuesOf(sent).reduce((rest, value) => rest.replace(patternOf(value), hidden), text);
  return withoutPatterns(withoutSent).replace(/\s+/g, " ").trim().slice(0, messageLengthMax);
}

/** Longest first, so that a whole address goes before its town. */
function valuesOf(sent: unknown): string[] {
  const values = new Set<string>();
  collect(sent, values, "");
  return [...values].sort((one, other) => other.length - one.length);
}

function collect(sent: unknown, values: Set<string>, key: string): void {
  if (typeof sent === "string" || typeof sent === "number") addValue(String(sent), values, key);
  else if (Array.isArray(sent)) for (const entry of sent) collect(entry, values, key);
  else if (typeof sent === "object" && sent !== null) {
    for (const [name, value] of Object.entries(sent)) if (!keptKeys.has(name)) collect(value, values, name);
  }
}

const nameKeys = new Set(["given_names", "family_name"]);

function addValue(text: string, values: Set<string>, key: string): void {
  const whole = text.normalize("NFC").trim();
  // A name or an address is also recognised by its parts: Passfort need not repeat it the way we wrote it.
  const parts = nameKeys.has(key) ? whole.split(/[\s-]+/) : whole.split(/\s*[,;\n]\s*/);
  for (const part of [whole, ...parts]) {
    if (part === "") continue;
    values.add(part);
    values.add(JSON.stringify(part).slice(1, -1));
    values.add(encodeURIComponent(part.toWellFormed()));
  }
}

/** Short values only as whole words: the gender "M" must not eat every m. */
function patternOf(value: string): RegExp {
  const literal = value.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+");
  return value.length >= 5
    ? new RegExp(literal, "giu")
    : new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "giu");
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const email = "[^\\s@\"'<>]+@[^\\s@\"'<>]+";
const date = "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}";
const longNumber = "\\+?\\d(?:[\\s().-]?\\d){6,}";
const patterns = new RegExp(`(?<id>${uuid})|${email}|${date}|${longNumber}`, "gi");

function withoutPatterns(text: string): string {
  return text.replace(patterns, (found, id: string | undefined) => (id === undefined ? hidden : found));
}
