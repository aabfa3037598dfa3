import { Badge } from "@mantine/core";
import { type Track, trackWords } from "#lib/domain/track.ts";

/** The tracks that something keeps a client from, one badge each. */
export function BarredTracks({ tracks }: { tracks: readonly Track[] }) {
  return tracks.map((track) => (
    <Badge key={track} color="yellow">
      Not for {trackWords[track].label.toLowerCase()}
    </Badge>
  ));
}
