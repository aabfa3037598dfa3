import { Alert, Button, Card, Group, List, Text } from "@mantine/core";
import { IconChecks } from "@tabler/icons-react";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";

type Props = {
  open: number;
  blockers: string[];
  /** What no column gives, each as a sentence. */
  missing: readonly string[];
  isChanged: boolean;
  isSaving: boolean;
  error: unknown;
  onIgnoreOpen: () => void;
  onSave: () => void;
};

/** Always in sight: what keeps the mapping from being saved, and the way on. */
export function SaveBar({ open, blockers, missing, isChanged, isSaving, error, onIgnoreOpen, onSave }: Props) {
  return (
    <Card padding="sm" pos="sticky" bottom={0} style={{ zIndex: 5, boxShadow: "var(--mantine-shadow-md)" }}>
      <ProblemAlert error={error} />
      <Group justify="space-between" gap="sm">
        <div role="status" style={{ flex: "1 1 260px" }}>
          {blockers.length > 0 ? (
            <List size="sm" spacing={2}>
              {blockers.map((blocker) => (
                <List.Item key={blocker}>{blocker}</List.Item>
              ))}
            </List>
          ) : (
            <Text>
              Every column is answered.{" "}
              {isChanged
                ? "Saving makes a new version and checks every row with it."
                : "Nothing changed since it was saved."}
            </Text>
          )}
        </div>
        <Group gap="xs">
          {open > 0 && (
            <Button variant="default" onClick={onIgnoreOpen}>
              Ignore the remaining {open}
            </Button>
          )}
          <Button
            leftSection={<IconChecks size={16} aria-hidden />}
            onClick={onSave}
            loading={isSaving}
            disabled={blockers.length > 0}
          >
            Save and check every row
          </Button>
        </Group>
      </Group>
      {blockers.length === 0 && missing.length > 0 && (
        <Alert color="yellow" variant="light" mt="xs" py={6}>
          {missing.map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
          You can save all the same and look.
        </Alert>
      )}
    </Card>
  );
}
