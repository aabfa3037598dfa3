import { Box, Text } from "@mantine/core";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { NodeName } from "./node-name.tsx";
import type { ShownNode, ShownStructure } from "./structure.ts";
import classes from "./structure-list.module.css";
import { type Direction, type Entry, treeOf } from "./structure-tree.ts";
import { kindWords, nameWords, placeWords } from "./structure-words.ts";

type Props = { structure: ShownStructure; migrationId: string };

const directionWords: Record<Direction, string> = { below: "Associates", above: "Is an associate of" };
const cutWords: Record<NonNullable<Entry["cut"]>, string> = {
  circle: "Leads back in a circle, and is not followed again.",
  elsewhere: "What belongs to it stands at its other place in this list.",
};

/** The structure in words: a list within a list for every level. */
export function StructureList({ structure, migrationId }: Props) {
  const nodeByKey = new Map(structure.nodes.map((node) => [node.key, node]));
  const root = nodeByKey.get(structure.rootKey);
  if (!root) return null;
  const trees = (["below", "above"] as const)
    .map((direction) => ({ direction, entries: treeOf(structure, direction) }))
    .filter(({ entries }) => entries.length > 0);
  const entryProps = { nodeByKey, migrationId, rootKey: structure.rootKey };
  return (
    // It scrolls by itself, by keyboard too.
    <Box component="section" aria-label="Structure as a list" tabIndex={0} className={classes.list}>
      <Party node={root} migrationId={migrationId} isRoot />
      {trees.map(({ direction, entries }) => (
        <Box key={direction} mt="xs">
          <Text size="xs" c="dimmed" fw={600}>
            {directionWords[direction]}
          </Text>
          <Entries {...entryProps} entries={entries} label={`${directionWords[direction]}: ${nameWords(root)}`} />
        </Box>
      ))}
    </Box>
  );
}

type EntriesProps = {
  entries: Entry[];
  nodeByKey: Map<string, ShownNode>;
  migrationId: string;
  rootKey: string;
  label: string;
};

function Entries({ entries, label, ...rest }: EntriesProps) {
  return (
    <ul className={classes.entries} aria-label={label}>
      {entries.map((entry) => {
        const node = rest.nodeByKey.get(entry.key);
        return (
          node && (
            <li key={entry.key}>
              <Party node={node} migrationId={rest.migrationId} isRoot={entry.key === rest.rootKey} />
              {entry.places.map((place) => (
                <Text key={place.id} size="sm" c={place.isResigned ? "dimmed" : undefined}>
                  {placeWords(place)}
                </Text>
              ))}
              {entry.cut && (
                <Text size="sm" c="dimmed">
                  {cutWords[entry.cut]}
                </Text>
              )}
              {entry.entries.length > 0 && (
                <Entries {...rest} entries={entry.entries} label={`Under ${nameWords(node)}`} />
              )}
            </li>
          )
        );
      })}
    </ul>
  );
}

function Party({ node, migrationId, isRoot }: { node: ShownNode; migrationId: string; isRoot: boolean }) {
  return (
    <div className={classes.party}>
      <NodeName node={node} migrationId={migrationId} isRoot={isRoot} />
      <Text span size="sm" c="dimmed">
        {kindWords(node)}
      </Text>
      {node.standing && <StatusBadge status={node.standing} size="sm" />}
    </div>
  );
}
