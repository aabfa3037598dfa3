import { Alert, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { countOf } from "#components/chunks/number-words.ts";
import type { Drift } from "#lib/stages/map/drift.ts";
import { Sentences } from "./sentences.tsx";

/** The whole report in one sentence. */
export function driftInAWord({ same, added, missing, renamed, moved, findings }: Drift): string {
  const parts = [
    `${countOf(same, "column")} ${same === 1 ? "is" : "are"} the same`,
    ...(renamed.length > 0 ? [`${renamed.length} probably renamed`] : []),
    ...(added.length > 0 ? [`${added.length} new`] : []),
    ...(missing.length > 0 ? [`${missing.length} missing`] : []),
    ...(moved.length > 0 ? [`${moved.length} moved`] : []),
  ];
  const values =
    findings.length === 0
      ? "Its values are written as they were."
      : `${countOf(findings.length, "thing")} about the values ${findings.length === 1 ? "is" : "are"} not as before.`;
  return `${parts.join(", ")}. ${values}`;
}

const parts: { part: "added" | "missing" | "moved"; title: string }[] = [
  { part: "added", title: "New in this file; they stay open" },
  { part: "missing", title: "Missing from this file" },
  { part: "moved", title: "In another place" },
];

/** What is not as it was, part by part; parts without anything are left out. */
export function DriftReport({ drift }: { drift: Drift }) {
  return (
    <Stack gap="sm">
      {drift.findings.length > 0 && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />} title="Values are not as before">
          <Sentences sentences={drift.findings} what="Values that are not as before" />
        </Alert>
      )}
      {parts.map(
        ({ part, title }) =>
          drift[part].length > 0 && (
            <div key={part}>
              <Text size="sm" fw={550}>
                {title}
              </Text>
              <Sentences sentences={drift[part]} what={title} />
            </div>
          ),
      )}
    </Stack>
  );
}
