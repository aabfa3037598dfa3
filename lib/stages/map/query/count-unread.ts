import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { countUnread as contract } from "../../../contracts/mapping.ts";
import { done, type Outcome } from "../../../domain/refusal.ts";
import { columnStatisticsOf } from "../../../store/column-statistics.ts";
import { keptValues } from "../../../store/column-values.ts";
import { unreadDatesOf, unreadOf } from "../reading-count.ts";
import { columnAndField, sentenceOf } from "./column-and-field.ts";

/** How many rows the steps on screen cannot read. Known where every different value was kept, and for days by their formats. */
export async function countUnread(
  ctx: SignedInContext,
  { fileId, column }: { fileId: string; column: number },
  { field: key, transforms }: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const found = await columnAndField(ctx, fileId, column, key);
  if (!found.ok) return found;
  const { file, field } = found.value;
  const statistics = (await columnStatisticsOf(ctx, file)).find(({ index }) => index === column);
  const kept = await keptValues(ctx.db, fileId, column);
  const isByRow = field.kind === "phone";
  const unread =
    kept && !isByRow ? unreadOf(kept, field, transforms) : unreadDatesOf(statistics?.dates ?? [], transforms);
  return done({
    unread: unread
      ? {
          ...unread,
          examples: unread.examples.map(({ issue, ...line }) => ({
            ...line,
            issue: sentenceOf(issue, line.value, field),
          })),
        }
      : null,
  });
}
