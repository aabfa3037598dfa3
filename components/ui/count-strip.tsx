import { Alert, Text } from "@mantine/core";
import { IconAlertOctagon } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import { type Counts, countParts, countWords, identityHolds } from "#lib/domain/counts.ts";
import { type CountPart, identitySentence, plainNumber } from "./count-identity.ts";
import classes from "./count-strip.module.css";

const colours: Record<CountPart, string> = {
  excluded: "gray-6",
  invalid: "pink-7",
  unchecked: "gray-4",
  waiting: "ink-4",
  queued: "indigo-4",
  sending: "cyan-5",
  uncertain: "yellow-5",
  created: "green-7",
  failed: "orange-6",
  refused: "red-8",
  withdrawn: "gray-7",
};

/**
 * The counting identity: a bar for the eye, the same numbers as a list for everybody, and the sum as a sentence.
 * Flags in words and red when the numbers do not add up.
 */
export function CountStrip({ counts }: { counts: Counts }) {
  return (
    <figure style={{ margin: 0 }}>
      <div className={classes.bar} aria-hidden>
        {countParts
          .filter((part) => counts[part] > 0)
          .map((part) => (
            <div
              key={part}
              className={classes.segment}
              style={{ ...colourOf(part), flexGrow: counts[part] }}
              title={`${countWords[part]}: ${plainNumber(counts[part])}`}
            />
          ))}
      </div>
      <dl className={classes.numbers}>
        {countParts.map((part) => (
          <div key={part} className={counts[part] === 0 ? `${classes.number} ${classes.none}` : classes.number}>
            <dt>
              <span className={classes.swatch} style={colourOf(part)} aria-hidden />
              {countWords[part]}
            </dt>
            <dd>{plainNumber(counts[part])}</dd>
          </div>
        ))}
      </dl>
      <figcaption>
        <Text size="xs" c="dimmed" mt="sm">
          {identitySentence(counts)}
        </Text>
        {!identityHolds(counts) && (
          <Alert
            color="red"
            variant="light"
            mt="xs"
            icon={<IconAlertOctagon aria-hidden />}
            role="alert"
            title="The numbers do not add up"
          >
            The parts do not make {plainNumber(counts.clients)} clients. Do not launch anything; tell an admin, with
            this page.
          </Alert>
        )}
      </figcaption>
    </figure>
  );
}

const colourOf = (part: CountPart) =>
  ({ "--segment-colour": `var(--mantine-color-${colours[part]})` }) as CSSProperties;
