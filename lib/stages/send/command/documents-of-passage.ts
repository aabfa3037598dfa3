import type { CallResult } from "../../../domain/failure.ts";
import { StorageAway } from "../../../domain/storage-away.ts";
import { storageAwayCode } from "../../../domain/unreached.ts";
import type { FamilyDocument } from "../family-documents.ts";
import { type OpenStep, type Passage, profileIdOf } from "./passage.ts";
import type { Gap } from "./step-doer.ts";

export async function documentIn(passage: Passage, { subject }: OpenStep): Promise<FamilyDocument> {
  const document = (await passage.documents()).get(subject);
  if (!document) throw new Error(`Delivery ${passage.deliveryId} has a step for a document that is not known.`);
  return document;
}

/** A document waits for the profile it goes to. */
export async function owningProfile(passage: Passage, step: OpenStep): Promise<Gap | null> {
  const document = (await passage.documents()).get(step.subject);
  if (!document)
    return {
      code: "document_gone",
      message: "The document was taken out of the migration after its owner was launched.",
    };
  return profileIdOf(passage, document.reference)
    ? null
    : { code: "held_back", message: `${document.reference} does not exist in Passfort.` };
}

export async function profileOfDocument(passage: Passage, step: OpenStep): Promise<string> {
  const { reference } = await documentIn(passage, step);
  const profileId = profileIdOf(passage, reference);
  if (!profileId) throw new Error(`Delivery ${passage.deliveryId} has a document for a profile that is not known.`);
  return profileId;
}

/** The document with its bytes, whole: nothing is sent before every one of them has proved to be what was stored. */
export async function documentOf(passage: Passage, step: OpenStep) {
  const document = await documentIn(passage, step);
  const profileId = await profileOfDocument(passage, step);
  return { document, profileId, content: await contentOf(passage, document) };
}

async function contentOf(passage: Passage, document: FamilyDocument): Promise<CallResult<Uint8Array>> {
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of passage.bytesOf(document)) chunks.push(chunk);
    return { ok: true, value: Buffer.concat(chunks), durationMs: 0 };
  } catch (cause) {
    // It comes back, and the document with it: no gap, but a step that is taken again.
    if (cause instanceof StorageAway)
      return {
        ok: false,
        failure: { kind: "unreachable", code: storageAwayCode, message: cause.message },
        durationMs: 0,
      };
    // Nothing of it leaves; the client is created all the same, and the gap says why.
    const failure = { kind: "refused" as const, code: "document_unreadable", message: unreadable(cause) };
    return { ok: false, failure, durationMs: 0 };
  }
}

const unreadable = (cause: unknown): string =>
  `The stored file cannot be read (${cause instanceof Error ? cause.name : "unknown"}). Upload the document again.`;
