import { z } from "zod";
import { documentIn, profileOfDocument } from "../documents-of-passage.ts";
import { type OpenStep, type Passage, resultOf } from "../passage.ts";
import type { Seen, StepDoer } from "../step-doer.ts";
import { lookTwice, unanswered } from "./look-twice.ts";

/** The identity paper that names its image: the second call. It lives in the collected data (API contract §6). */
export const addDocument: StepDoer = {
  async hindrance(passage, step) {
    return resultOf(passage, "upload_image", step.subject)
      ? null
      : { code: "held_back", message: "Its image could not be uploaded." };
  },

  async call(passage, step) {
    const { category, documentType } = await documentIn(passage, step);
    const call = await passage.passfort.addDocument(await profileOfDocument(passage, step), {
      category: category ?? "",
      documentType: documentType ?? "",
      imageIds: [imageOf(passage, step)],
    });
    return call.ok ? { ...call, value: { resultId: call.value.documentId } } : call;
  },

  lookUp: (passage, step, looking) =>
    lookTwice(looking, async (): Promise<Seen> => {
      const call = await passage.passfort.readData(await profileOfDocument(passage, step));
      if (!call.ok) return unanswered(call.failure);
      const imageId = imageOf(passage, step);
      const documents = held.safeParse(call.value.data).data?.documents ?? [];
      const found = documents.find(({ images }) => images.some(({ id }) => id === imageId));
      return found ? { word: "there", result: { resultId: found.id } } : { word: "not_there" };
    }),
};

const imageOf = (passage: Passage, { subject }: OpenStep): string => resultOf(passage, "upload_image", subject) ?? "";

const held = z.object({
  documents: z
    .array(z.object({ id: z.string(), images: z.array(z.object({ id: z.string() })).default([]) }))
    .default([]),
});
