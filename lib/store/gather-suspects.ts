import { duplicateCodeOf } from "../domain/duplicate-code.ts";
import type { IssueCode } from "../domain/issue-catalogue.ts";
import { type MetMemory, metBefore } from "../domain/met-before.ts";
import { gatherLines } from "./copy-lines.ts";
import { copyText } from "./copy-text.ts";

type Compared = { role: string; entityType: string; reference: string | null; identity: string | null };

/**
 * Values that may stand in a file twice, as lines for COPY: those that were met before while it is checked. All that do stand twice are among
 * them, so that the database compares a few thousand records instead of a million.
 */
export function gatherSuspects(met: MetMemory) {
  const isMet = metBefore(met);
  const lines = gatherLines();
  /** A value may stand in every row. */
  const told = new Set<string>();
  const look = (code: IssueCode, value: string | null) => {
    if (value === null || !isMet(code, value)) return;
    const line = `${code}\t${copyText(value)}\n`;
    if (told.has(line)) return;
    told.add(line);
    lines.add(line);
  };
  return {
    add({ role, entityType, reference, identity }: Compared): void {
      if (role !== "client") return;
      look(duplicateCodeOf.reference, reference);
      look(entityType === "company" ? duplicateCodeOf.company : duplicateCodeOf.individual, identity);
    },
    take(): Uint8Array<ArrayBuffer> {
      told.clear();
      return lines.take();
    },
  };
}
