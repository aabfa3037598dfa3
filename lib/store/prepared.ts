import { Prisma } from "./generated/client.ts";

const mark = "/* prepared */";

/**
 * SQL: at the head of a statement that runs for every client. Each connection has it parsed and planned once, under a name, instead of every time:
 * a third of its time is left. Not for the questions of screens, whose best plan depends on what is asked for.
 */
export const prepared = Prisma.raw(mark);

const names = new Map<string, string>();

/** The name of a marked statement, the same for the same text; empty for all others. */
export function preparedName({ sql }: { sql: string }): string {
  if (!sql.startsWith(mark)) return "";
  const known = names.get(sql);
  if (known) return known;
  const name = `prepared_${names.size + 1}`;
  names.set(sql, name);
  return name;
}
