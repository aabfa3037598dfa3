const charactersPerPiece = 16_384;

/**
 * Lines for a COPY, gathered as bytes. They become bytes every few lines, while they are still in the processor's cache: a megabyte of text
 * put together first and turned into bytes then takes three times as long.
 */
export function gatherLines() {
  let lines = "";
  let pieces: Buffer[] = [];
  return {
    /** @param line in the text format, ended by a newline */
    add(line: string): void {
      lines += line;
      if (lines.length < charactersPerPiece) return;
      pieces.push(Buffer.from(lines));
      lines = "";
    },
    /** All that has gathered since it was last taken, in memory of its own, which can be handed to another thread. */
    take(): Uint8Array<ArrayBuffer> {
      pieces.push(Buffer.from(lines));
      const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
      let at = 0;
      for (const piece of pieces) {
        all.set(piece, at);
        at += piece.length;
      }
      pieces = [];
      lines = "";
      return all;
    },
  };
}
