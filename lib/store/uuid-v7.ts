import { randomBytes } from "node:crypto";

/** Ids that sort by the order of their making (RFC 9562 §5.7 with a counter), so that records keep the order of their rows. */
export function uuidMaker(now: Date, random: Uint8Array = randomBytes(8)): () => string {
  let count = 0;
  const time = now.getTime().toString(16).padStart(12, "0");
  const tail = Buffer.from(random).toString("hex");
  return () => {
    // 12 + 14 + 12 bits of counter: 270 billion ids from one maker; the rest is chance, chosen once per maker.
    const low = (count % 4096).toString(16).padStart(3, "0");
    const middle = (0x8000 + (Math.floor(count / 4096) % 16384)).toString(16);
    const high = (Math.floor(count / 4096 / 16384) % 4096).toString(16).padStart(3, "0");
    count += 1;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${middle}-${low}${tail.slice(0, 9)}`;
  };
}
