"use client";
import { Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useAllowed } from "#components/chunks/use-allowed.ts";
import { plainNumber } from "#components/ui/count-identity.ts";
import { type MatchGrounds, matchGrounds } from "#lib/domain/profile-match.ts";
import { DecideDialog, type Deciding } from "./decide-dialog.tsx";
import { type Existing, type MatchListName, undecidedOf } from "./existing.ts";
import { MatchTable } from "./match-table.tsx";

const listLabels: Record<MatchListName, string> = {
  undecided: "To decide",
  adopt: "Taken over",
  create: "Somebody else, by decision",
  another: "Somebody else, as read",
};
const bulkLabels: Partial<Record<MatchGrounds, string>> = {
  same_reference: "Take over all with the same reference",
  same_company: "Take over all with the same registration number",
  same_person: "Take over all with the same name and birthday",
};

/** The matches, one list at a time; what is plain may be decided for all of its kind at once. */
export function MatchLists({ migrationId, existing }: { migrationId: string; existing: Existing }) {
  const [list, setList] = useState<MatchListName>("undecided");
  const prepare = useAllowed("prepare");
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const counts: Record<MatchListName, number> = { ...existing, undecided: undecidedOf(existing) };
  const isName = (value: string): value is MatchListName => value in listLabels;
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="Show matches that are"
        value={list}
        onChange={(value) => isName(value) && setList(value)}
        data={Object.entries(listLabels).map(([value, label]) => ({
          value,
          label: `${label} (${plainNumber(isName(value) ? counts[value] : 0)})`,
        }))}
        style={{ flexWrap: "wrap", alignSelf: "flex-start" }}
      />
      {list === "undecided" && prepare.allowed && (
        <Group gap="xs">
          {matchGrounds.map((grounds) => {
            const count = existing.undecided[grounds] ?? 0;
            const label = bulkLabels[grounds];
            if (!label || count < 2 || grounds === "another") return null;
            return (
              <Button
                key={grounds}
                size="xs"
                variant="default"
                onClick={() => setDeciding({ what: { grounds }, count, decision: "adopt", title: `${label}?` })}
              >
                {label} ({plainNumber(count)})
              </Button>
            );
          })}
        </Group>
      )}
      {counts[list] === 0 ? (
        <Text c="dimmed" size="sm">
          {emptySentence[list]}
        </Text>
      ) : (
        <MatchTable
          key={list}
          migrationId={migrationId}
          list={list}
          total={counts[list]}
          standing={JSON.stringify([existing.undecided, existing.adopt, existing.create, existing.another])}
          onDecide={setDeciding}
        />
      )}
      {deciding && <DecideDialog migrationId={migrationId} deciding={deciding} onClose={() => setDeciding(null)} />}
    </Stack>
  );
}

const emptySentence: Record<MatchListName, string> = {
  undecided: "No client waits for a decision.",
  adopt: "No client takes over a profile that exists.",
  create: "Nobody decided of a match that it is somebody else.",
  another: "No profile of the same name was read and found to be somebody else.",
};
