import type { Profile } from "./profile.ts";

const LINES_MAX = 45;

/** The audit trail as a PDF of one page: dates, actions and who, the newest lines where there are more than fit. */
export function auditReport(profile: Profile): Uint8Array {
  const lines = profile.audit.map((item) => `${item.date}  ${item.action}  by ${item.auditee}`);
  return pdfOf([`Audit report of profile ${profile.id} (simulated)`, "", ...lines.slice(-LINES_MAX)]);
}

/** The smallest PDF that readers accept: catalogue, pages, one page, its text, one built-in font, a table of offsets. */
function pdfOf(lines: string[]): Uint8Array {
  const shown = lines.map((line) => `(${escaped(line)}) Tj T*`).join("\n");
  const text = `BT /F1 9 Tf 14 TL 40 800 Td\n${shown}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
  ];
  let pdf = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return new TextEncoder().encode(pdf + table + trailer);
}

/** One byte a character, so that lengths and offsets in the file are those of the text. */
function escaped(line: string): string {
  return line.replace(/[^\x20-\x7e]/g, "?").replace(/[\\()]/g, "\\$&");
}
