import { Text, VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Catalogue } from "./catalogue.ts";
import { type CleanedSample, cleanedSample } from "./cleaned-sample.ts";
import classes from "./column-row.module.css";
import type { Answer, MappedColumn } from "./mapping-draft.ts";

const quietWords: Record<Answer["kind"], string> = {
  open: "Say which field this column is, or ignore it on purpose.",
  ignored: "Not sent to Passfort. It stays in the stored file.",
  mapped: "Choose the date format to see what the values become.",
};

/** What the samples become with the steps chosen, live. */
export function SamplePreview({
  column,
  answer,
  catalogue,
}: {
  column: MappedColumn;
  answer: Answer;
  catalogue: Catalogue;
}) {
  const results = column.samples.map((sample) => ({ sample, cleaned: cleanedSample(sample, answer, catalogue) }));
  const isQuiet = results.every(({ cleaned }) => cleaned === undefined);
  return (
    <div className={classes.preview}>
      {isQuiet ? (
        <Text size="xs" c="dimmed">
          {column.samples.length === 0 && answer.kind === "mapped"
            ? "There is nothing in this column to send."
            : quietWords[answer.kind]}
        </Text>
      ) : (
        <ul className={classes.becomes} aria-label={`What the samples of ${column.name} become`}>
          {results.map(({ sample, cleaned }) => (
            <li key={sample}>
              <span className={classes.text} title={sample}>
                {sample}
              </span>
              <span aria-hidden>→</span>
              <VisuallyHidden>becomes</VisuallyHidden>
              {cleaned && <Cleaned cleaned={cleaned} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function Cleaned({ cleaned }: { cleaned: CleanedSample }) {
  if (cleaned.kind === "value") {
    return (
      <Text span size="xs" fw={600} className={classes.text} title={cleaned.text}>
        {cleaned.text}
      </Text>
    );
  }
  if (cleaned.kind === "blank") {
    return (
      <Text span size="xs" c="dimmed" fs="italic">
        nothing
      </Text>
    );
  }
  return (
    <Text span size="xs" c="var(--mantine-color-error)">
      <IconAlertTriangle size={12} aria-label="Issue:" /> {cleaned.sentence}
    </Text>
  );
}
