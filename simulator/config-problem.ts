/** A configuration that cannot be used; the message is one sentence for the person who wrote it. */
export class ConfigProblem extends Error {}
