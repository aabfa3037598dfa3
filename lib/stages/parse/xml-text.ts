/** Text of a workbook as a person sees it: Excel writes characters XML cannot hold as `_x000D_`. */
export const plainXmlText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
