import { Stack, Text } from "@mantine/core";
import { Instant } from "#components/ui/instant.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { attemptWords } from "./attempt-words.ts";
import type { ShownDelivery } from "./record.ts";

/** Every call made for one step, in order, with what Passfort answered. */
export function AttemptList({
  attempts,
  label,
}: {
  attempts: ShownDelivery["steps"][number]["attempts"];
  label: string;
}) {
  if (attempts.length === 0) return null;
  return (
    <Stack component="ol" gap={6} m={0} mt={6} p={0} style={{ listStyle: "none" }} aria-label={`Calls for: ${label}`}>
      {attempts.map((attempt) => (
        <li key={attempt.number}>
          <StatusBadge status={attempt.status} size="sm" />{" "}
          <Text span size="sm">
            Call {attempt.number}, <Instant at={attempt.openedAt} />
            {attemptWords(attempt)}
          </Text>
          {attempt.message && (
            <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
              {attempt.message}
            </Text>
          )}
        </li>
      ))}
    </Stack>
  );
}
