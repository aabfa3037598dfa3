import { Box, Group, Text } from "@mantine/core";
import { type Track, tracks, trackWords } from "#lib/domain/track.ts";
import { plainNumber } from "./count-identity.ts";

/** How many clients could take each track as they are now, side by side. `chosen`: the plan's. */
export function ReadyForTracks({ readyFor, chosen }: { readyFor: Record<Track, number>; chosen?: Track | undefined }) {
  return (
    <Group component="dl" gap="xl" m={0}>
      {tracks.map((track) => (
        <Box key={track}>
          <Text component="dt" size="sm" c="dimmed">
            Ready for {trackWords[track].label.toLowerCase()}
            {track === chosen && " (the plan)"}
          </Text>
          <Text component="dd" m={0} fz={20} fw={650}>
            {plainNumber(readyFor[track])}
          </Text>
        </Box>
      ))}
    </Group>
  );
}
