import type { SignedInContext } from "../../../context.ts";
import { documentBundleMachine } from "../../../domain/document-bundle.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { chunksWithOwnersOf } from "../../../store/chunks-with-owners.ts";
import { executeOn } from "../../../store/execute.ts";
import { refreshDocuments } from "../../../store/refresh-documents.ts";
import { transition } from "../../../store/transition.ts";

/** Takes an upload of documents and everything that came of it out of the migration; a worker that is at it stops. The row stays, so that its history can be told. */
export async function withdrawDocuments(
  ctx: SignedInContext,
  bundleId: string,
): Promise<Outcome<Record<string, never>>> {
  const bundle = await ctx.db.documentBundle.findUnique({ where: { id: bundleId } });
  if (!bundle) return refused("not_found", "There is no such upload of documents.");
  if (bundle.status === "withdrawn") return done({});
  // A storage that is away would keep what was taken out: nothing is taken out before it is back.
  await ctx.files.reach();
  const outcome = await ctx.db.$transaction(
    async (tx): Promise<Outcome<{ storageKeys: string[] }>> => {
      const chunks = await chunksWithOwnersOf(tx, bundleId);
      if (chunks.length > 0)
        return refused(
          "not_now",
          `Documents of this upload belong to clients of chunk ${chunks.join(", ")}, which was submitted. They stay, so that what is sent can be traced; take the chunk back first.`,
        );
      const because = `${ctx.operator.name} took the documents out of the migration.`;
      if (
        !(await transition(tx, documentBundleMachine, {
          id: bundleId,
          to: "withdrawn",
          byId: ctx.operator.id,
          because,
        }))
      )
        return refused("changed_meanwhile", "The upload changed at the same moment. Look again.");
      const documents = await tx.document.findMany({ where: { bundleId }, select: { storageKey: true } });
      await tx.document.deleteMany({ where: { bundleId } });
      await refreshDocuments(executeOn(tx), bundle.migrationId);
      return done({ storageKeys: documents.flatMap(({ storageKey }) => storageKey ?? []) });
    },
    { timeout: 600_000, maxWait: 10_000 },
  );
  if (!outcome.ok) return outcome;
  // Their keys are gone already: bytes that a dying process leaves behind open no more.
  for (const storageKey of [bundle.storageKey, ...outcome.value.storageKeys]) await ctx.documents.remove(storageKey);
  return done({});
}
