import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";

/** What a screen shows until its first answer comes: the shape of the page, and a word for screen readers. */
export function PageSkeleton({ what }: { what: string }) {
  return (
    <Stack gap="md" role="status">
      <VisuallyHidden>Loading {what}…</VisuallyHidden>
      <Skeleton height={90} />
      <Skeleton height={140} />
      <Skeleton height={140} />
    </Stack>
  );
}
