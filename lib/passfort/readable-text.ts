const namedEntities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The text with the escapes of JSON, HTML and addresses read, as a person would: `Zo\u00eb`, `O&#39;Hara`, `Zo%C3%AB`. */
export function readableText(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(["\\/])/g, "$1")
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (written, hex?: string, decimal?: string) =>
      characterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), written),
    )
    .replace(/&([a-z]{2,4});/gi, (written, name: string) => namedEntities[name.toLowerCase()] ?? written)
    .replace(/(?:%[0-9a-f]{2})+/gi, unescapedBytes)
    .toWellFormed()
    .normalize("NFC");
}

function characterOf(codePoint: number, written: string): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : written;
}

function unescapedBytes(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}
