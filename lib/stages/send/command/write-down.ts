import type { Context } from "../../../context.ts";
import { writeAnswer } from "../../../store/answer.ts";
import { layOutSql } from "../../../store/lay-out-steps.ts";
import type { Passage } from "./passage.ts";

/**
 * Writes down what is kept in hand, the steps and what Passfort answered last: before something that takes its time, or when nothing else
 * will.
 */
export async function writeDown(ctx: Context, passage: Passage): Promise<void> {
  const { layout, answer } = passage;
  if (layout) {
    await ctx.prepared.ask(layOutSql(layout));
    passage.layout = null;
  }
  if (!answer) return;
  await writeAnswer(ctx.prepared, answer);
  passage.answer = null;
}
