/** Sentences that more than one act of this room says. */
export const changedSinceApproval =
  "Something in this chunk changed since it was approved, so it is not what the approver saw. It must be submitted and approved again.";

export const connectionBusy = (other: { number: number; migrationName: string }): string =>
  `Chunk ${other.number} of “${other.migrationName}” holds this connection. One chunk runs per connection at a time: wait until it is finished, or stop it.`;
