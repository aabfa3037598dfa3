import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { ProblemError } from "#lib/client/call.ts";

/** A refusal or fault as a sentence, read out at once. Shows nothing without an error, so it can always stand there. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Group justify="space-between" gap="sm">
        <div>
          <Text>
            {problem?.sentence ??
              "Something in the panel went wrong. Reload the page; if it happens again, tell an admin."}
          </Text>
          {problem?.errorId && (
            <Text size="xs" mt={4}>
              Error number for your admin: <code>{problem.errorId}</code>
            </Text>
          )}
        </div>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Group>
    </Alert>
  );
}
