import { List, Stack, Text } from "@mantine/core";
import { Instant } from "#components/ui/instant.tsx";
import { timeOfDay } from "./history-points.ts";
import { countOf } from "./number-words.ts";

const shownMax = 8;

/** How many processes there might be, since when and why, newest first. Where nothing was changed there is nothing to tell. */
export function LimitList({ limits }: { limits: { from: string; processes: number; because: string }[] }) {
  if (limits.length < 2) return null;
  const hidden = limits.length - shownMax;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        Processes allowed
      </Text>
      <List size="sm" spacing={2}>
        {limits
          .toReversed()
          .slice(0, shownMax)
          .map(({ from, processes, because }) => (
            <List.Item key={`${from} ${processes}`}>
              {countOf(processes, "process", "processes")} from <Instant at={from} /> ({timeOfDay(from)}): {because}
            </List.Item>
          ))}
      </List>
      {hidden > 0 && (
        <Text size="xs" c="dimmed">
          {countOf(hidden, "change")} before these; the table has the number that held at each time.
        </Text>
      )}
    </Stack>
  );
}
