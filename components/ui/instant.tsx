import { instantWords } from "./instant-words.ts";

/** A moment in the viewer's zone; the zone's name and the seconds on hover. */
export function Instant({ at }: { at: string }) {
  const { short, long } = instantWords(at);
  return (
    <time dateTime={at} title={long} suppressHydrationWarning style={{ whiteSpace: "nowrap" }}>
      {short}
    </time>
  );
}
