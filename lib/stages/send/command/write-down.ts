import type { Context } from "../../../context.ts";
import { writeAnswer } from "../../../store/answer.ts";
import type { Passage } from "./passage.ts";

/** Writes down what Passfort answered last, if it is not yet: before something that takes its time, or when nothing else will. */
export async function writeDown(ctx: Context, passage: Passage): Promise<void> {
  const { answer } = passage;
  if (!answer) return;
  await writeAnswer(ctx.prepared, answer);
  passage.answer = null;
}
