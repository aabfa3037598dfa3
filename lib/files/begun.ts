/** Reads the first piece at once, so that bytes which cannot be read are an answer of their own and not a download that breaks off. */
export async function begun(stream: AsyncGenerator<Uint8Array>): Promise<AsyncGenerator<Uint8Array>> {
  const first = await stream.next();
  return followed(first.done ? [] : [first.value], stream);
}

async function* followed(first: readonly Uint8Array[], rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first;
  yield* rest;
}
