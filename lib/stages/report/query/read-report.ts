import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { readReport as contract } from "../../../contracts/report.ts";
import { identityHolds } from "../../../domain/counts.ts";
import { type IssueCode, issueCatalogue } from "../../../domain/issue-catalogue.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { countDeliveries } from "../../../store/count-deliveries.ts";
import { countErrorCodes } from "../../../store/count-error-codes.ts";
import { countsOf } from "../../../store/counts-of.ts";
import { isPermanent, wordsOfStatus } from "../how-to-fix.ts";

export async function readReport(
  ctx: SignedInContext,
  migrationId: string,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const migration = await ctx.db.migration.findUnique({
    where: { id: migrationId },
    include: { chunks: { orderBy: { number: "asc" } } },
  });
  if (!migration) return refused("not_found", "There is no such migration.");
  const [counts, codes, deliveries] = await Promise.all([
    countsOf(ctx.db, migrationId),
    countErrorCodes(ctx.db, migrationId),
    countDeliveries(
      ctx.db,
      migration.chunks.map(({ id }) => id),
    ),
  ]);
  return done({
    counts,
    identityHolds: identityHolds(counts),
    byCode: codes.map(({ code, standing, sentence, count }) => ({
      code,
      sentence: sentence ?? sentenceOf(code, standing),
      count,
      permanent: isPermanent(standing),
    })),
    chunks: migration.chunks.map((chunk) => {
      const created = deliveries.get(chunk.id)?.created ?? 0;
      return {
        id: chunk.id,
        number: chunk.number,
        status: chunk.status,
        clients: chunk.clientCount,
        created,
        notCreated: chunk.clientCount - created,
      };
    }),
  });
}

function sentenceOf(code: string, standing: string): string {
  if (code in issueCatalogue) return issueCatalogue[code as IssueCode].title;
  if (standing === "refused" || standing === "failed" || standing === "uncertain")
    return wordsOfStatus(standing).sentence;
  return code;
}
