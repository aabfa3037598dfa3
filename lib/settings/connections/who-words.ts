/** Who answered, in a sentence: a person must see it before a key is believed. */
export const whoWords = ({ institutionName, keyName }: { institutionName: string; keyName: string | null }): string =>
  `Passfort answers as “${institutionName}”${keyName ? ` with the key “${keyName}”` : ""}.`;

/** Why a test call did not succeed, by the kind of failure, and what to do. */
export const failureWords = {
  refused: (message: string) => `Passfort refused the test call: ${message}`,
  halted: (message: string) =>
    `The API key is not accepted: ${message} Check the key and that this address may call Passfort.`,
  throttled: () => "Passfort asks us to wait; the key works. Try again in a minute.",
  unreachable: (message: string) => `Passfort cannot be reached: ${message} Check the address and the network.`,
  uncertain: (message: string) => `The answer was lost: ${message} Try again.`,
} as const;
