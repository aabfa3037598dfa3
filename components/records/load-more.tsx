import { Button, Group, Text } from "@mantine/core";
import { plainNumber } from "#components/ui/count-identity.ts";

type Props = { shown: number; total: number; hasMore: boolean; loading: boolean; onMore: () => void; noun: string };

/** The foot of a long list: how much of it is on the page, and the rest on demand. */
export function LoadMore({ shown, total, hasMore, loading, onMore, noun }: Props) {
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="dimmed" aria-live="polite">
        {plainNumber(shown)} of {plainNumber(total)} {noun} shown
      </Text>
      {hasMore && (
        <Button variant="default" onClick={onMore} loading={loading}>
          Show more
        </Button>
      )}
    </Group>
  );
}
