import { Alert, Stack, Text } from "@mantine/core";
import { rowKindLooks, rowKindOf } from "#components/source/row-kinds.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { lookAtMappingFile } from "#lib/contracts/mapping-library.ts";
import { WordsOfMapping } from "./mapping-words.tsx";
import { Sentences } from "./sentences.tsx";

/** What will happen, against what it follows, and the whole of it in words. */
export function TakeInPreview({ reading }: { reading: ReplyOf<typeof lookAtMappingFile> }) {
  return (
    <Stack gap="sm">
      <Alert color={reading.isTakeable ? "blue" : "yellow"} role="status" title="What will happen">
        {reading.sentence}
      </Alert>
      {reading.changes.length > 0 && (
        <div>
          <Text size="sm" fw={550}>
            What it changes
          </Text>
          <Sentences sentences={reading.changes} what="What it changes" />
        </div>
      )}
      <div>
        <Text size="sm" fw={550}>
          {rowKindLooks[rowKindOf(reading)].many}, in words
        </Text>
        <WordsOfMapping words={reading.words} />
      </div>
    </Stack>
  );
}
