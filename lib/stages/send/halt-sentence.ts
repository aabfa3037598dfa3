/** What a person must do, by the code that stopped everything (API contract §1.5). */
const sentenceByCode: Partial<Record<string, (message: string) => string>> = {
  "104": (message) =>
    `Passfort's chargeable limit of this account is reached (${message}). Have it raised at Passfort, then resume.`,
  "502": (message) =>
    `The product is not set up in Passfort (${message}). Have it set up, or choose another product in the plan, then resume.`,
};

/** Why a chunk paused itself at once: no other client would get through either. */
export function haltSentence(failure: { code: string; message: string }): string {
  const message = failure.message.replace(/\.$/, "");
  const known = sentenceByCode[failure.code]?.(message);
  return `Paused by itself: ${known ?? `Passfort does not accept our key or account (${message}). Put that right, then resume.`}`;
}
