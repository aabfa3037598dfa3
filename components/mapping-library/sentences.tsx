import { Button, List } from "@mantine/core";
import { useState } from "react";

const shownAtOnce = 8;

/** Sentences one under the other; a long list opens on request. */
export function Sentences({ sentences, what }: { sentences: readonly string[]; what: string }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? sentences : sentences.slice(0, shownAtOnce);
  return (
    <>
      <List size="sm" spacing={2} aria-label={what} style={{ overflowWrap: "anywhere" }}>
        {shown.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      {shown.length < sentences.length && (
        <Button size="compact-xs" variant="subtle" mt={4} onClick={() => setWhole(true)}>
          Show all {sentences.length}
        </Button>
      )}
    </>
  );
}
