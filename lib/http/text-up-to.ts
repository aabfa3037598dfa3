/** The body as text, or null when it is longer than `bytesMax`: a stranger's body is not read to its end to find that out. */
export async function textUpTo(request: Request, bytesMax: number): Promise<string | null> {
  if (!request.body) return "";
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength;
    if (bytes > bytesMax) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
