import { Alert, Checkbox, Text } from "@mantine/core";
import { IconUserQuestion } from "@tabler/icons-react";
import { type Environment, environmentWords } from "#lib/domain/connection.ts";

type Props = { environment: Environment; sentence: string; isMeant: boolean; onMeant: (isMeant: boolean) => void };

/** Who answered to the key that was typed, and the question only a person can answer. */
export function SeenAccount({ environment, sentence, isMeant, onMeant }: Props) {
  const word = environmentWords[environment].label.toLowerCase();
  return (
    <Alert
      color="ink"
      variant="light"
      icon={<IconUserQuestion aria-hidden />}
      role="status"
      title="Is this the account?"
    >
      <Text>{sentence}</Text>
      <Checkbox
        mt="xs"
        label={`Yes, this is our ${word} account`}
        checked={isMeant}
        onChange={(event) => onMeant(event.currentTarget.checked)}
      />
    </Alert>
  );
}
