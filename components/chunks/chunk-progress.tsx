import { Progress, Text } from "@mantine/core";
import { plainNumber } from "#components/ui/count-identity.ts";
import { type DeliveryCounts, settledOf } from "./identity-rows.ts";
import { percentOf } from "./number-words.ts";

type Props = { number: number; clientCount: number; deliveries: DeliveryCounts; withGaps: number; size: "md" | "xl" };

/** How far a chunk is: created, then not created, of all its clients; the same as a line of words. */
export function ChunkProgress({ number, clientCount, deliveries, withGaps, size }: Props) {
  const settled = settledOf(deliveries);
  const shareOf = (count: number) => (clientCount === 0 ? 0 : (count / clientCount) * 100);
  const notCreated = settled - deliveries.created;
  return (
    <div>
      <Progress.Root
        size={size}
        role="progressbar"
        aria-label={`Progress of chunk ${number}`}
        aria-valuemin={0}
        aria-valuemax={clientCount}
        aria-valuenow={settled}
        aria-valuetext={`${plainNumber(settled)} of ${plainNumber(clientCount)} clients done`}
      >
        <Progress.Section value={shareOf(deliveries.created)} color="green.7" withAria={false} />
        <Progress.Section value={shareOf(notCreated)} color="orange.6" striped withAria={false} />
      </Progress.Root>
      <Text size="sm" mt={4}>
        {plainNumber(settled)} of {plainNumber(clientCount)} done ({percentOf(settled, clientCount)} %)
        {notCreated > 0 && `, ${plainNumber(notCreated)} of them not created`}
        {withGaps > 0 && `, ${plainNumber(withGaps)} created with gaps`}
      </Text>
    </div>
  );
}
