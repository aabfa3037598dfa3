import { Anchor, List, Stack, Table, Tabs, Text } from "@mantine/core";
import Link from "next/link";
import { countOf } from "#components/chunks/number-words.ts";
import { ScrollRegion } from "#components/records/scroll-region.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { previewReturn } from "#lib/contracts/returns.ts";

type Preview = ReplyOf<typeof previewReturn>;
type Part = keyof Preview["examples"];

const parts: readonly { part: Part; label: string; sentence: string }[] = [
  { part: "changed", label: "Will change", sentence: "These cells are corrected, and their rows checked again." },
  {
    part: "conflicts",
    label: "Changed by somebody else",
    sentence: "These stay as they stand now. Nothing that somebody else did is overwritten.",
  },
  {
    part: "refused",
    label: "Not taken",
    sentence: "It cannot be told whether a person or the spreadsheet changed these. They stay as they are.",
  },
  {
    part: "kept",
    label: "Kept as before",
    sentence: "The spreadsheet wrote these in another way. They stay as they are.",
  },
];

/** What a returned file would change, what it would not, and why. Values are masked. */
export function ReturnPreview({ preview, migrationId }: { preview: Preview; migrationId: string }) {
  const filled = parts.filter(({ part }) => preview[part] > 0);
  return (
    <Stack gap="sm">
      <Text fw={600} role="status" style={{ overflowWrap: "anywhere" }}>
        {preview.changed > 0
          ? `${countOf(preview.changed, "cell")} in ${countOf(preview.changedRows, "row")} of ${preview.fileName} will be corrected.`
          : `Nothing in ${preview.name} is to be corrected.`}{" "}
        <Text span c="dimmed" inherit fw={400}>
          {countOf(preview.rows, "row")} came back in {preview.name}.
        </Text>
      </Text>
      {preview.notes.length > 0 && (
        <List size="sm" spacing={2}>
          {preview.notes.map((note) => (
            <List.Item key={note} style={{ overflowWrap: "anywhere" }}>
              {note}
            </List.Item>
          ))}
        </List>
      )}
      {filled.length > 0 && (
        <Tabs defaultValue={filled[0]?.part ?? null} keepMounted={false}>
          <Tabs.List>
            {filled.map(({ part, label }) => (
              <Tabs.Tab key={part} value={part}>
                {label} ({plainNumber(preview[part])})
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {filled.map(({ part, label, sentence }) => (
            <Tabs.Panel key={part} value={part} pt="xs">
              <Text size="sm" c="dimmed" mb="xs">
                {sentence}
                {preview.examples[part].length < preview[part] &&
                  ` The first ${preview.examples[part].length} of ${plainNumber(preview[part])}.`}
              </Text>
              <CellTable cells={preview.examples[part]} label={label} migrationId={migrationId} />
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </Stack>
  );
}

type CellTableProps = { cells: Preview["examples"][Part]; label: string; migrationId: string };

function CellTable({ cells, label, migrationId }: CellTableProps) {
  const tellsWhy = cells.some(({ because }) => because !== "");
  return (
    <ScrollRegion label={label}>
      <Table miw={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Row</Table.Th>
            <Table.Th>Column</Table.Th>
            <Table.Th>Was</Table.Th>
            <Table.Th>Came back as</Table.Th>
            {tellsWhy && <Table.Th>Why</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cells.map(({ recordId, rowNumber, column, was, becomes, because }) => (
            <Table.Tr key={`${rowNumber} ${column}`}>
              <Table.Td>
                <Anchor
                  component={Link}
                  href={`/migrations/${migrationId}/records/${recordId}`}
                  target="_blank"
                  size="sm"
                  underline="always"
                >
                  {rowNumber}
                </Anchor>
              </Table.Td>
              <Table.Td style={{ overflowWrap: "anywhere" }}>{column}</Table.Td>
              <CellText text={was} />
              <CellText text={becomes} />
              {tellsWhy && <Table.Td style={{ overflowWrap: "anywhere" }}>{because}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

const CellText = ({ text }: { text: string }) => (
  <Table.Td style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
    {text === "" ? (
      <Text c="dimmed" inherit>
        nothing
      </Text>
    ) : (
      text
    )}
  </Table.Td>
);
