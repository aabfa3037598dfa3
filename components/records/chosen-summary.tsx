import { Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { plainNumber } from "#components/ui/count-identity.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { type ChosenRecords, stayingWords } from "./chosen-records.ts";
import type { useChosen } from "./use-chosen.ts";

type Props = { chosen: ChosenRecords; found: ReturnType<typeof useChosen>; children: React.ReactNode };

/** What will happen to how many, which of them stay as they are and why; the number to type where all of a list are meant. */
export function ChosenSummary({ chosen, found: { look, typed, setTyped }, children }: Props) {
  if (!look.data) return look.error ? <ProblemAlert error={look.error} /> : <Skeleton h={44} aria-label="Looking" />;
  const { records } = look.data;
  return (
    <Stack gap="xs">
      <Text size="sm">{children}</Text>
      {stayingWords(look.data).map((sentence) => (
        <Text size="sm" key={sentence}>
          {sentence}
        </Text>
      ))}
      {chosen.isAll && (
        <TextInput
          label="Type the number of records"
          description={`To show that you mean all that fit the list: ${plainNumber(records)}`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="off"
          required
        />
      )}
    </Stack>
  );
}
