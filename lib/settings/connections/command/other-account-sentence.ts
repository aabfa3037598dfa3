/** What was sent through a connection is known by it, so it can never come to mean another account. */
export const otherAccountSentence = (name: string, known: string, answered: string): string =>
  `Passfort answers as “${answered}”, but “${name}” is the account of “${known}”. What was sent is known by connection, so it cannot become another account: add a connection for that one. Nothing was kept.`;
